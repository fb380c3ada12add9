package org.errorpages.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The header fields of a request; names compare without regard to case (RFC 9110, section 5.1). */
public final class Headers {

    private static final Headers NONE = new Headers(List.of());

    /** In their order: a request has so few fields that a search is faster than an index. */
    private final List<NamedValue> sent;

    private Headers(List<NamedValue> sent) {
        this.sent = sent;
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

    /** Returns the fields of lines, in their order. */
    public static Headers of(List<NamedValue> lines) {
        return new Headers(List.copyOf(lines));
    }

    /** Returns these fields with one more line. */
    public Headers plus(String name, String value) {
        var all = new ArrayList<>(sent);
        all.add(new NamedValue(name, value));
        return new Headers(all);
    }

    /** Returns the lines of a field in their order, or an empty list. */
    public List<String> lines(String name) {
        int first = next(name, 0);
        if (first < 0) {
            return List.of();
        }
        return next(name, first + 1) < 0
                ? List.of(sent.get(first).value())
                : sent.stream()
                        .filter(line -> line.name().equalsIgnoreCase(name))
                        .map(NamedValue::value)
                        .toList();
    }

    /** Returns the first line of a field, or the empty string. */
    public String first(String name) {
        int first = next(name, 0);
        return first < 0 ? "" : sent.get(first).value();
    }

    /** Returns whether the field was sent at all. */
    public boolean contains(String name) {
        return next(name, 0) >= 0;
    }

    /** Returns all fields, ordered by name. */
    public Map<String, List<String>> all() {
        SortedMap<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.forEach(line -> all.computeIfAbsent(line.name(), this::lines));
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

    /** Returns the index of the next line of a field, or -1. */
    private int next(String name, int from) {
        for (int i = from; i < sent.size(); i++) {
            if (sent.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
