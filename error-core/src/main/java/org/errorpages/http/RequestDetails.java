package org.errorpages.http;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a developer wants to know of a request besides, as plain values that outlive it; collected for who may see it only.
 *
 * <p>Of a session and of attributes it has names and types: what an application keeps there is not asked for its text.
 * Of each list the first 200 count, of each value the first 4,096 characters.
 *
 * @param form the parameters in the content of the request, where the application has read them already
 * @param session the attributes of the session, if there is one
 * @param attributes the attributes of the request
 * @param parts the parts of the content, where the application has read them already
 * @param traits what else is known
 */
public record RequestDetails(
        List<NamedValue> form,
        List<Attribute> session,
        List<Attribute> attributes,
        List<BodyPart> parts,
        Map<Trait, String> traits) {

    /** Nothing is known. */
    public static final RequestDetails NONE = new RequestDetails(List.of(), List.of(), List.of(), List.of(), Map.of());

    private static final int MAX_VALUES = 200;
    private static final int MAX_LENGTH = 4_096;

    /** One thing that may be known. */
    public enum Trait {
        PROTOCOL,
        SCHEME,
        TLS,
        CONTENT_TYPE,
        CONTENT_LENGTH,
        ENCODING,
        LOCALES,
        SERVLET,
        PATTERN,
        MATCH,
        CONTEXT,
        DISPATCHER,
        ASYNC,
        THREAD,
        /** That somebody is logged in; who that is, is not kept. */
        PRINCIPAL,
        LOGIN,
        BEGAN,
        /** The server and its version. */
        SERVER
    }

    /**
     * An attribute.
     *
     * @param name its name
     * @param type the name of the class of its value
     * @param value the value, where a specification says that it is harmless, or null
     */
    public record Attribute(String name, String type, @Nullable String value) {
        public Attribute {
            name = bounded(name);
            type = bounded(type);
            value = value == null ? null : bounded(value);
        }
    }

    /**
     * A part of the content.
     *
     * @param name its name
     * @param fileName the name that the client gives to the file, or null where it is none
     * @param type its media type, or null
     * @param size how many bytes it has
     */
    public record BodyPart(String name, @Nullable String fileName, @Nullable String type, long size) {
        public BodyPart {
            name = bounded(name);
            fileName = fileName == null ? null : bounded(fileName);
            type = type == null ? null : bounded(type);
        }
    }

    public RequestDetails {
        form = first(form).stream()
                .map(field -> new NamedValue(bounded(field.name()), bounded(field.value())))
                .toList();
        session = first(session);
        attributes = first(attributes);
        parts = first(parts);
        traits = bounded(traits);
    }

    /** Returns one thing that may be known. */
    public Optional<String> trait(Trait trait) {
        return Optional.ofNullable(traits.get(trait));
    }

    private static Map<Trait, String> bounded(Map<Trait, String> traits) {
        var copy = new EnumMap<Trait, String>(Trait.class);
        traits.forEach((trait, value) -> copy.put(trait, bounded(value)));
        return Map.copyOf(copy);
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), MAX_VALUES)));
    }

    private static String bounded(String text) {
        return Objects.requireNonNull(text).substring(0, Math.min(text.length(), MAX_LENGTH));
    }
}
