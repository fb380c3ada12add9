package org.errorpages.scenario;

import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Resources whose close fails, so that the exception suppresses others, each with a cause of its own.
 *
 * @param thing the resource
 */
record SuppressedScenario(String thing) implements AutoCloseable {

    private static final Map<String, Integer> PLACES = Map.of("ladder", 1);

    static void sendParcel() {
        try {
            pack();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("no parcel leaves today", e);
        }
    }

    private static void pack() {
        try (var scales = new SuppressedScenario("scales");
                var tape = new SuppressedScenario("tape")) {
            scales.use(410);
            tape.use(0);
        }
    }

    private void use(int grams) {
        if (grams == 0) {
            throw new IllegalArgumentException("nothing to use the " + thing + " for");
        }
    }

    @Override
    public void close() {
        try {
            place();
        } catch (NoSuchElementException e) {
            throw new IllegalStateException("the " + thing + " cannot be put back", e);
        }
    }

    private int place() {
        var place = PLACES.get(thing);
        if (place == null) {
            throw new NoSuchElementException("nobody wrote down where the " + thing + " belongs");
        }
        return place;
    }
}
