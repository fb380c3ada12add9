package org.errorpages.demo.slips;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All mistakes, by the name of the hint that developers get for them. */
public final class Slips {

    private static final Map<String, Slip> ALL = all();

    private Slips() {}

    private static Map<String, Slip> all() {
        var all = new TreeMap<String, Slip>();
        Stream.of(
                        Values.slips(),
                        Nothing.slips(),
                        Shelf.slips(),
                        Drawers.slips(),
                        Documents.slips(),
                        Libraries.slips(),
                        Neighbours.slips(),
                        Handshakes.slips(),
                        Ledger.slips(),
                        Queues.slips(),
                        Records.slips())
                .forEach(all::putAll);
        return all;
    }

    /** Returns the mistake of that name, if there is one. */
    public static Optional<Slip> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
