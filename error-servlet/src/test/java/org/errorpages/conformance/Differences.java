package org.errorpages.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.errorpages.container.Container;

/**
 * Reads the known differences of containers that no filter can fix: {@code differences.properties} with lines such as
 * {@code 20.JETTY_12_0 = 503 | responds to the first error}.
 */
final class Differences {

    private static final Pattern LINE = Pattern.compile("(\\d+)\\.([A-Z0-9_]+) *= *([^|]+?) *\\| *(.+)");
    private static final Map<String, Difference> ALL = read();
    private static final Set<String> OBSERVED = ConcurrentHashMap.newKeySet();

    private Differences() {}

    /**
     * A known difference of a container.
     *
     * @param number the case
     * @param container the container
     * @param value the observed value
     * @param reason the reason why no filter can fix it
     */
    record Difference(int number, Container container, String value, String reason) {}

    /** Returns the expected value of a case on a container: the usual one, unless the container is known to differ. */
    static String expected(int number, Container container, String usual) {
        var key = key(number, container);
        var difference = ALL.get(key);
        if (difference == null) {
            return usual;
        }
        OBSERVED.add(key);
        if (difference.value().equals(usual)) {
            throw new IllegalStateException("case " + number + " does not differ on " + container);
        }
        return difference.value();
    }

    /** Returns the difference of a case on a container. */
    static Optional<Difference> of(int number, Container container) {
        return Optional.ofNullable(ALL.get(key(number, container)));
    }

    /** Returns all differences, by case and container. */
    static List<Difference> all() {
        return List.copyOf(ALL.values());
    }

    /** Fails if a difference is listed for a case on a container and the case hasn't asked for it. */
    static void requireObserved(int number, Container container) {
        var key = key(number, container);
        if (ALL.containsKey(key) && !OBSERVED.contains(key)) {
            throw new IllegalStateException(
                    "differences.properties lists case " + key + ", which no longer expects a difference");
        }
    }

    private static Map<String, Difference> read() {
        var all = new TreeMap<String, Difference>();
        text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Differences::parse)
                .forEach(each -> all.put(key(each.number(), each.container()), each));
        return all;
    }

    private static Difference parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("differences.properties: " + line);
        }
        return new Difference(
                Integer.parseInt(parts.group(1)), Container.valueOf(parts.group(2)), parts.group(3), parts.group(4));
    }

    private static String key(int number, Container container) {
        return String.format(Locale.ROOT, "%03d.%s", number, container.name());
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Differences.class.getResourceAsStream("differences.properties"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
