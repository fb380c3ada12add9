package org.errorpages.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds the header fields of a request; names are case-insensitive (RFC 9110, section 5.1). */
public final class Headers {

    private static final Headers NONE = new Headers(List.of());

    /** A list, because with few fields a search is faster than an index. */
    private final List<NamedValue> fields;

    private Headers(List<NamedValue> fields) {
        this.fields = fields;
    }

    /** Returns no fields. */
    public static Headers none() {
        return NONE;
    }

    /** Returns the given fields; values of names that differ only in case are joined. */
    public static Headers of(Map<String, List<String>> fields) {
        var lines = new ArrayList<NamedValue>(fields.size());
        fields.forEach((name, values) -> values.forEach(value -> lines.add(new NamedValue(name, value))));
        return of(lines);
    }

    /** Returns the fields of lines, in order. */
    public static Headers of(List<NamedValue> lines) {
        return new Headers(List.copyOf(lines));
    }

    /** Returns a copy with one more line. */
    public Headers plus(String name, String value) {
        var all = new ArrayList<>(fields);
        all.add(new NamedValue(name, value));
        return new Headers(all);
    }

    /** Returns the lines of a field in their order, or an empty list. */
    public List<String> lines(String name) {
        var lines = new ArrayList<String>(1);
        for (var line : fields) {
            if (line.name().equalsIgnoreCase(name)) {
                lines.add(line.value());
            }
        }
        return List.copyOf(lines);
    }

    /** Returns the first line of a field, or the empty string. */
    public String first(String name) {
        for (var line : fields) {
            if (line.name().equalsIgnoreCase(name)) {
                return line.value();
            }
        }
        return "";
    }

    /** Returns whether the field was sent at all. */
    public boolean contains(String name) {
        return fields.stream().anyMatch(line -> line.name().equalsIgnoreCase(name));
    }

    /** Returns all fields, ordered by name. */
    public Map<String, List<String>> all() {
        SortedMap<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(line -> all.computeIfAbsent(line.name(), this::lines));
        return Collections.unmodifiableSortedMap(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers that && all().equals(that.all());
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
