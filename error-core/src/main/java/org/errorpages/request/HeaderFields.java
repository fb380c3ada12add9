package org.errorpages.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The header fields of a request; names compare without regard to case (RFC 9110, section 5.1). */
public final class HeaderFields {

    private static final HeaderFields NONE = new HeaderFields(List.of());

    /** In the order in which they came: a request has so few that to look through them is faster than to sort them. */
    private final List<Field> fields;

    private HeaderFields(List<Field> fields) {
        this.fields = fields;
    }

    private record Field(String name, List<String> lines) {

        boolean isCalled(String other) {
            return name.equalsIgnoreCase(other);
        }

        Field with(List<String> more) {
            var all = new ArrayList<>(lines);
            all.addAll(more);
            return new Field(name, List.copyOf(all));
        }
    }

    /** Returns no fields. */
    public static HeaderFields none() {
        return NONE;
    }

    /** Returns the given fields; values of names that differ only in case are joined. */
    public static HeaderFields of(Map<String, List<String>> fields) {
        var all = new ArrayList<Field>(fields.size());
        fields.forEach((name, values) -> add(all, new Field(name, List.copyOf(values))));
        return new HeaderFields(all);
    }

    /** Returns the fields of lines in the order in which they came. */
    public static HeaderFields of(List<NamedValue> lines) {
        var all = new ArrayList<Field>(lines.size());
        lines.forEach(line -> add(all, new Field(line.name(), List.of(line.value()))));
        return new HeaderFields(all);
    }

    /** Returns these fields and one line more. */
    public HeaderFields plus(String name, String value) {
        var all = new ArrayList<>(fields);
        add(all, new Field(name, List.of(value)));
        return new HeaderFields(all);
    }

    /** Returns the lines of a field in the order in which they came, or an empty list. */
    public List<String> lines(String name) {
        var field = field(name);
        return field == null ? List.of() : field.lines();
    }

    /** Returns the first line of a field, or the empty string. */
    public String first(String name) {
        var lines = lines(name);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** Returns whether the field was sent at all. */
    public boolean contains(String name) {
        return field(name) != null;
    }

    /** Returns all fields, ordered by name. */
    public Map<String, List<String>> all() {
        SortedMap<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(field -> all.put(field.name(), field.lines()));
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

    private @Nullable Field field(String name) {
        for (var field : fields) {
            if (field.isCalled(name)) {
                return field;
            }
        }
        return null;
    }

    private static void add(List<Field> all, Field added) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isCalled(added.name())) {
                all.set(i, all.get(i).with(added.lines()));
                return;
            }
        }
        all.add(added);
    }
}
