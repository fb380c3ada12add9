package org.errorpages;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The failures that the log has in full, each with its stack trace. */
public enum StackTraceLogging {
    /** All failures, however many there are. */
    ALL,

    /** At most ten similar failures within a second; further ones share one line per second for a minute. */
    THROTTLED;

    private static final String FORMER_THROTTLED = "once-per-minute";

    static StackTraceLogging of(String name) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> ErrorPagesConfig.refusal("logStacks", name, allowed(name)));
    }

    private static String allowed(String name) {
        var allowed = Arrays.stream(values()).map(StackTraceLogging::text).collect(Collectors.joining(", "));
        return name.strip().equals(FORMER_THROTTLED) ? allowed + " (formerly " + FORMER_THROTTLED + ")" : allowed;
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
