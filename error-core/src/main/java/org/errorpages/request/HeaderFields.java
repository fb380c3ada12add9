package org.errorpages.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The header fields of a request; names compare without regard to case (RFC 9110, section 5.1). */
public final class HeaderFields {

    private static final HeaderFields NONE = new HeaderFields(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, List<String>> fields;

    private HeaderFields(SortedMap<String, List<String>> fields) {
        this.fields = Collections.unmodifiableSortedMap(fields);
    }

    /** Returns no fields. */
    public static HeaderFields none() {
        return NONE;
    }

    /** Returns the given fields; values of names that differ only in case are joined. */
    public static HeaderFields of(Map<String, List<String>> fields) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) -> copy.merge(name, List.copyOf(values), HeaderFields::joined));
        return new HeaderFields(copy);
    }

    /** Returns these fields and one line more. */
    public HeaderFields plus(String name, String value) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        copy.merge(name, List.of(value), HeaderFields::joined);
        return new HeaderFields(copy);
    }

    /** Returns the lines of a field in the order in which they came, or an empty list. */
    public List<String> lines(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Returns the first line of a field, or the empty string. */
    public String first(String name) {
        var lines = lines(name);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** Returns whether the field was sent at all. */
    public boolean contains(String name) {
        return fields.containsKey(name);
    }

    /** Returns all fields, ordered by name. */
    public Map<String, List<String>> all() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeaderFields that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
