package org.errorpages.demo.slips;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Handles collections and the stack as they do not want to be handled. */
final class Shelf {

    private static final List<String> TITLES = List.of("Emma", "Kidnapped", "Persuasion");

    private Shelf() {}

    static Map<String, Slip> slips() {
        return Map.of(
                "index-outside",
                Shelf::fourth,
                "range-outside",
                () -> subtitle("Persuasion"),
                "changed-while-iterating",
                Shelf::tidyWhileWalking,
                "collection-unmodifiable",
                () -> add(TITLES, "Ulysses"),
                "array-too-large",
                Shelf::everyBookThereIs,
                "recursion",
                () -> new Series("Treasure Island").describe());
    }

    private static String fourth() {
        return new ArrayList<>(TITLES).get(TITLES.size());
    }

    private static String subtitle(String title) {
        return title.substring(0, title.indexOf(':'));
    }

    private static String tidyWhileWalking() {
        var shelf = new ArrayList<>(TITLES);
        var walk = shelf.iterator();
        shelf.remove(walk.next());
        return walk.next();
    }

    private static int add(List<String> shelf, String title) {
        shelf.add(title);
        return shelf.size();
    }

    private static long everyBookThereIs() {
        return new long[Integer.MAX_VALUE].length;
    }
}
