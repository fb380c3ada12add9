package org.errorpages;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that somebody meant. */
public final class SettingNames {

    private SettingNames() {}

    /**
     * Refuses names that nobody knows.
     *
     * @throws IllegalArgumentException for the first one; the message names the nearest known name and all of them
     */
    public static void requireKnown(Collection<String> names, Collection<String> known) {
        for (var name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("unknown setting '" + name + "'; did you mean '"
                        + nearest(name, known) + "'? Known are " + String.join(", ", known));
            }
        }
    }

    private static String nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElse("");
    }

    /** Returns how many characters to insert, remove or replace. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
