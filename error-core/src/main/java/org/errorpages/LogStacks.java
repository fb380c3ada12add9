package org.errorpages;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which failures the log tells one by one, each with its stack. */
public enum LogStacks {
    /** All, however many there are. */
    ALL,

    /** All but those of a kind that comes more often than ten times a second: for a minute these share one line a second. */
    ONCE_PER_MINUTE;

    static LogStacks of(String name) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> ErrorPagesConfig.refusal(
                        "logStacks",
                        name,
                        Arrays.stream(values()).map(LogStacks::text).collect(Collectors.joining(", "))));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
