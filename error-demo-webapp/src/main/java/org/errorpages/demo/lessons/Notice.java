package org.errorpages.demo.lessons;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the shop pins to its door, if it fits. */
final class Notice {

    private static final int ROOM = 40;

    private Notice() {}

    static void recall(int books) {
        publish(IntStream.range(0, books)
                .mapToObj(number -> "HB-" + (1_000 + number))
                .collect(Collectors.joining(", ", "These books have an empty page: ", ".")));
    }

    static void publish(String text) {
        if (text.length() > ROOM) {
            throw new IllegalArgumentException("does not fit on the door: " + text);
        }
    }
}
