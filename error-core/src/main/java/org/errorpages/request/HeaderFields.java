package org.errorpages.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The header fields of a request; names compare without regard to case (RFC 9110, section 5.1). */
public final class HeaderFields {

    private static final HeaderFields NONE = new HeaderFields(List.of());

    /** As they came: a request has so few that to look through them is faster than to order them. */
    private final List<NamedValue> sent;

    private HeaderFields(List<NamedValue> sent) {
        this.sent = sent;
    }

    /** Returns no fields. */
    public static HeaderFields none() {
        return NONE;
    }

    /** Returns the given fields; values of names that differ only in case are joined, a name without values is none. */
    public static HeaderFields of(Map<String, List<String>> fields) {
        var lines = new ArrayList<NamedValue>(fields.size());
        fields.forEach((name, values) -> values.forEach(value -> lines.add(new NamedValue(name, value))));
        return of(lines);
    }

    /** Returns the fields of lines in the order in which they came. */
    public static HeaderFields of(List<NamedValue> lines) {
        return new HeaderFields(List.copyOf(lines));
    }

    /** Returns these fields and one line more. */
    public HeaderFields plus(String name, String value) {
        var all = new ArrayList<>(sent);
        all.add(new NamedValue(name, value));
        return new HeaderFields(all);
    }

    /** Returns the lines of a field in the order in which they came, or an empty list. */
    public List<String> lines(String name) {
        int first = next(name, 0);
        int second = first < 0 ? first : next(name, first + 1);
        if (second < 0) {
            return first < 0 ? List.of() : List.of(sent.get(first).value());
        }
        var lines = new ArrayList<String>();
        for (int i = first; i >= 0; i = next(name, i + 1)) {
            lines.add(sent.get(i).value());
        }
        return List.copyOf(lines);
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
        return other instanceof HeaderFields that && all().equals(that.all());
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
