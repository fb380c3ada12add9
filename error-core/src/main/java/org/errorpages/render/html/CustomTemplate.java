package org.errorpages.render.html;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A page of the application. One that has failed is left alone for a while, so that a broken page under a storm of errors
 * is neither tried nor logged for each of them.
 *
 * @param name the name of the template
 * @param policy the Content-Security-Policy of the page
 * @param restsUntil when it is tried again, in the nanoseconds of {@link System#nanoTime()}, or 0
 */
record CustomTemplate(String name, String policy, AtomicLong restsUntil) {

    private static final long REST = Duration.ofMinutes(5).toNanos();

    /** What would run text as code, or show text as markup, and what stands in for it. */
    private static final Map<String, String> BANNED = Map.of(
            "th:utext", "th:text",
            "th-utext", "data-th-text",
            "[(", "[[…]]",
            "__${", "${…}",
            "__#{", "#{…}");

    static CustomTemplate of(String name, PageTemplates templates) {
        return new CustomTemplate(name, policy(templates.text(name), templates), new AtomicLong());
    }

    /**
     * Returns the text of a file.
     *
     * @throws IllegalArgumentException if it says what no template of an application may say
     */
    static String requireHarmless(String place, String text) {
        var lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].toLowerCase(Locale.ROOT);
            for (var banned : BANNED.entrySet()) {
                if (line.contains(banned.getKey())) {
                    throw new IllegalArgumentException(place + ":" + (i + 1) + ": " + banned.getKey()
                            + " is not allowed in an error page; allowed: " + banned.getValue());
                }
            }
        }
        return text;
    }

    /** Returns whether the page is not resting from a failure. */
    boolean isAwake() {
        long until = restsUntil.get();
        return until == 0 || System.nanoTime() - until >= 0;
    }

    /** Lets the page rest. */
    void rest() {
        // 0 would mean that it never failed.
        restsUntil.set(System.nanoTime() + REST | 1);
    }

    /** The page may use what the application serves, and the styles that stand in it, but no script that does. */
    private static String policy(String text, PageTemplates templates) {
        var styles = styles(text, templates).stream()
                .map(style -> " '" + ContentSecurityPolicy.source(style) + "'")
                .collect(Collectors.joining());
        return "default-src 'self'; style-src 'self'" + styles
                + "; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors"
                + " 'self'";
    }

    /** Returns the contents of the style elements; one with an attribute of the engine has the style of our page. */
    private static Set<String> styles(String text, PageTemplates templates) {
        var styles = new LinkedHashSet<String>();
        styles.add(templates.style(PageTemplates.PUBLIC));
        var lower = text.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf("<style"); at >= 0; at = lower.indexOf("<style", at + 1)) {
            int begin = lower.indexOf('>', at) + 1;
            int end = lower.indexOf("</style", begin);
            if (begin > 0 && end >= begin) {
                styles.add(text.substring(begin, end));
            }
        }
        return styles;
    }
}
