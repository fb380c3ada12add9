package org.errorpages.demo.slips;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Handles collections as they do not want to be handled. */
final class Shelf {

    private static final List<String> TITLES = List.of("Emma", "Kidnapped", "Persuasion");
    private static final Map<String, Object> NOTES = Map.of("count", "three");

    private Shelf() {}

    static String fourth() {
        return new ArrayList<>(TITLES).get(TITLES.size());
    }

    static String tidyWhileWalking() {
        var shelf = new ArrayList<>(TITLES);
        var walk = shelf.iterator();
        shelf.remove(walk.next());
        return walk.next();
    }

    static int addToFixed() {
        return add(TITLES, "Ulysses");
    }

    private static int add(List<String> shelf, String title) {
        shelf.add(title);
        return shelf.size();
    }

    static String find(String wanted) {
        return TITLES.stream().filter(wanted::equals).findFirst().orElseThrow();
    }

    static int count() {
        return NOTES.values().stream().mapToInt(count -> (Integer) count).sum();
    }
}
