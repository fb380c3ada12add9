package org.errorpages.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the header fields of a request; names are case-insensitive (RFC 9110, section 5.1). */
public final class RequestHeaders {

    private static final RequestHeaders NONE = new RequestHeaders(List.of());

    /** A list, because with few fields a search is faster than an index. */
    private final List<Map.Entry<String, String>> lines;

    private RequestHeaders(List<Map.Entry<String, String>> lines) {
        this.lines = lines;
    }

    /** Returns no fields. */
    public static RequestHeaders none() {
        return NONE;
    }

    /** Returns the given fields; values of names that differ only in case are joined. */
    public static RequestHeaders of(Map<String, List<String>> fields) {
        var lines = new ArrayList<Map.Entry<String, String>>(fields.size());
        fields.forEach((name, values) -> values.forEach(value -> lines.add(Map.entry(name, value))));
        return of(lines);
    }

    /** Returns the fields of lines, each with a name and a value. */
    public static RequestHeaders of(List<Map.Entry<String, String>> lines) {
        return new RequestHeaders(List.copyOf(lines));
    }

    /** Returns a copy with one more line. */
    public RequestHeaders plus(String name, String value) {
        var all = new ArrayList<>(lines);
        all.add(Map.entry(name, value));
        return new RequestHeaders(all);
    }

    /** Returns the lines of a field in their order, or an empty list. */
    public List<String> lines(String name) {
        List<String> values = List.of();
        for (var line : lines) {
            if (line.getKey().equalsIgnoreCase(name)) {
                values = values.isEmpty()
                        ? List.of(line.getValue())
                        : Stream.concat(values.stream(), Stream.of(line.getValue()))
                                .toList();
            }
        }
        return values;
    }

    /** Returns the first line of a field, or the empty string. */
    public String first(String name) {
        var value = find(name);
        return value == null ? "" : value;
    }

    /** Returns whether the field was sent at all. */
    public boolean contains(String name) {
        return find(name) != null;
    }

    private @Nullable String find(String name) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).getKey().equalsIgnoreCase(name)) {
                return lines.get(i).getValue();
            }
        }
        return null;
    }

    /** Returns all fields, ordered by name. */
    public Map<String, List<String>> all() {
        SortedMap<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lines.forEach(line -> all.computeIfAbsent(line.getKey(), this::lines));
        return Collections.unmodifiableSortedMap(all);
    }

    /**
     * Returns the thousandths of a weight such as {@code 0.8} (RFC 9110, section 12.4.2), or -1 if the text isn't one.
     * {@code .2} is read as 0.2; only three decimals count.
     */
    public static int quality(String weight) {
        int dot = weight.indexOf('.');
        var whole = dot < 0 ? weight : weight.substring(0, dot);
        var decimals = dot < 0 ? "" : weight.substring(dot + 1);
        boolean bareFraction = whole.isEmpty() && !decimals.isEmpty();
        if (decimals.length() > 6 || !(whole.equals("0") || whole.equals("1") || bareFraction)) {
            return -1;
        }
        int sum = whole.equals("1") ? 1000 : 0;
        for (int i = 0, unit = 100; i < decimals.length(); i++, unit /= 10) {
            int digit = decimals.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            sum += digit * unit;
        }
        return sum > 1000 ? -1 : sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestHeaders that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
