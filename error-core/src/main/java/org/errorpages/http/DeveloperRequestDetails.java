package org.errorpages.http;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a {@link RequestSnapshot} lacks, for developers: form, session, attributes, parts, properties.
 *
 * <p>The values outlive the request.
 *
 * <p>Attributes have names and types, but seldom values: an attribute's {@code toString()} is never called. Each list keeps its
 * first 200 elements, each value its first 4,096 characters.
 *
 * @param form the form parameters, if the application has read them
 * @param session the attributes of the session
 * @param attributes the attributes of the request
 * @param parts the parts of a multipart body, if the application has read them
 * @param properties the properties
 */
public record DeveloperRequestDetails(
        List<NamedValue> form,
        List<Attribute> session,
        List<Attribute> attributes,
        List<BodyPart> parts,
        Map<RequestProperty, String> properties) {

    public static final DeveloperRequestDetails NONE =
            new DeveloperRequestDetails(List.of(), List.of(), List.of(), List.of(), Map.of());

    private static final int MAX_VALUES = 200;
    private static final int MAX_LENGTH = 4_096;

    /** A property of the request or its environment. */
    public enum RequestProperty {
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
        /** Whether a user is logged in; the name isn't kept. */
        PRINCIPAL,
        LOGIN,
        BEGAN,
        /** The server and its version. */
        SERVER
    }

    /**
     * An attribute.
     *
     * @param type the class name of the value
     * @param value the value if a specification defines it as harmless, or null
     */
    public record Attribute(String name, String type, @Nullable String value) {
        public Attribute {
            name = bounded(name);
            type = bounded(type);
            value = value == null ? null : bounded(value);
        }
    }

    /**
     * A part of a multipart body.
     *
     * @param fileName the file name that the client sent, or null if the part isn't a file
     * @param type the media type, or null
     * @param size the number of bytes
     */
    public record BodyPart(String name, @Nullable String fileName, @Nullable String type, long size) {
        public BodyPart {
            name = bounded(name);
            fileName = fileName == null ? null : bounded(fileName);
            type = type == null ? null : bounded(type);
        }
    }

    public DeveloperRequestDetails {
        form = first(form).stream()
                .map(field -> new NamedValue(bounded(field.name()), bounded(field.value())))
                .toList();
        session = first(session);
        attributes = first(attributes);
        parts = first(parts);
        var copy = new EnumMap<RequestProperty, String>(RequestProperty.class);
        properties.forEach((property, value) -> copy.put(property, bounded(value)));
        properties = Map.copyOf(copy);
    }

    /** Returns a property, or empty if unknown. */
    public Optional<String> property(RequestProperty property) {
        return Optional.ofNullable(properties.get(property));
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), MAX_VALUES)));
    }

    private static String bounded(String text) {
        return Objects.requireNonNull(text).substring(0, Math.min(text.length(), MAX_LENGTH));
    }
}
