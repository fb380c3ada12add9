package org.errorpages.hint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.errorpages.resource.ClasspathResource;

/**
 * Finds a host and port in a message: {@code localhost/127.0.0.1:5432}, {@code http://db:8080/}.
 *
 * @param host a name or a numeric address
 * @param port 1 to 65535
 */
public record HostAndPort(String host, int port) {

    private static final int MAX_HOST = 253;
    private static final int MAX_COLONS = 64;
    private static final Pattern COLON = Pattern.compile(":(?:([0-9]{1,5})(?![0-9]))?");
    private static final List<String> SOURCE_SUFFIXES = List.of(".java", ".kt", ".groovy", ".scala");
    private static final Map<Integer, String> SERVICES = services();

    /** Returns the first address in the messages of a throwable, its causes, and then the throwables that it caused. */
    static Optional<HostAndPort> in(HintRuleInput cause) {
        var messages = cause.messages();
        var causes = IntStream.range(cause.index(), messages.size());
        var outer = IntStream.iterate(cause.index() - 1, i -> i >= 0, i -> i - 1);
        return IntStream.concat(causes, outer)
                .mapToObj(index -> messages.get(index).get())
                .flatMap(message -> in(message).stream())
                .findFirst();
    }

    /** Returns the first address in a message. */
    public static Optional<HostAndPort> in(String message) {
        return COLON.matcher(message)
                .results()
                .limit(MAX_COLONS)
                .filter(colon -> colon.group(1) != null)
                .map(colon -> new HostAndPort(hostBefore(message, colon.start()), Integer.parseInt(colon.group(1))))
                .filter(found -> found.port > 0 && found.port < 65_536 && isHost(found.host))
                .findFirst();
    }

    /** Returns the address as in a URI: {@code db:5432}. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    Map<String, String> values() {
        var values = new HashMap<>(Map.of("address", toString(), "host", host, "port", Integer.toString(port)));
        var service = SERVICES.get(port);
        if (service != null) {
            values.put("service", service);
        }
        return values;
    }

    private static String hostBefore(String message, int colon) {
        if (colon > 0 && message.charAt(colon - 1) == ']') {
            int open = message.lastIndexOf('[', colon);
            return open < 0 || colon - open > MAX_HOST ? "" : message.substring(open + 1, colon - 1);
        }
        int start = colon;
        while (start > 0 && colon - start <= MAX_HOST && isHostPart(message.charAt(start - 1))) {
            start--;
        }
        return message.substring(start, colon);
    }

    /** Returns whether a text is a host rather than a source file before a line number, or part of a time of day. */
    private static boolean isHost(String host) {
        if (host.isEmpty()
                || host.length() > MAX_HOST
                || SOURCE_SUFFIXES.stream().anyMatch(host::endsWith)) {
            return false;
        }
        boolean numeric = host.chars().allMatch(c -> isDigit(c) || c == '.');
        boolean ipv6 = host.indexOf(':') >= 0;
        return ipv6
                ? host.chars().allMatch(c -> c == ':' || c == '.' || c == '%' || Character.digit(c, 16) >= 0)
                : !numeric || host.chars().filter(c -> c == '.').count() == 3;
    }

    private static boolean isHostPart(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static Map<Integer, String> services() {
        return ClasspathResource.table(HostAndPort.class, "ports.properties").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(line -> Integer.valueOf(line.getKey()), Map.Entry::getValue));
    }
}
