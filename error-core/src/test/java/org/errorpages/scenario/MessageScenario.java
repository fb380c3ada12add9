package org.errorpages.scenario;

import java.io.Serial;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Messages that are long or hostile, and an exception without a stack trace. */
final class MessageScenario {

    private MessageScenario() {}

    static void failWithLongMessage() {
        throw new IllegalArgumentException(IntStream.range(0, 2_000)
                .mapToObj(number -> "HB-" + (1_000 + number))
                .collect(Collectors.joining(", ", "These books have an empty page: ", ".")));
    }

    static void failWithMarkup() {
        throw new IllegalArgumentException("<script>alert('5 stars')</script> & \u202Eskoob\u202C \u0007 <b>good</b>");
    }

    static void failWithoutStackTrace() {
        throw new StacklessException();
    }

    private static final class StacklessException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        StacklessException() {
            super("Persuasion is sold out", null, false, false);
        }
    }
}
