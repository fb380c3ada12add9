package org.errorpages.servlet.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.http.DeveloperRequestDetails;
import org.errorpages.http.DeveloperRequestDetails.Attribute;
import org.errorpages.http.DeveloperRequestDetails.BodyPart;
import org.errorpages.http.DeveloperRequestDetails.RequestProperty;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Reads a servlet request: its snapshot, and the details that only a developer may see.
 *
 * <p>It changes nothing: it creates no session, and of the body it returns only the content that the application
 * {@linkplain ParameterTrackingRequest has read}.
 */
public final class RequestReader {

    private static final int MAX_VALUES = 200;

    /** Prefixes of attributes that a specification defines. */
    private static final List<String> STANDARD = List.of(
            "jakarta.servlet.forward.",
            "jakarta.servlet.include.",
            "jakarta.servlet.async.",
            "jakarta.servlet.error.",
            "jakarta.servlet.request.");

    private static final String OWN_PREFIX = "org.errorpages.";

    private final HttpServletRequest request;
    private final Map<RequestProperty, String> traits = new EnumMap<>(RequestProperty.class);

    private RequestReader(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * Returns the snapshot.
     *
     * @param language the language tag that the application chose for the user, or null
     */
    public static RequestSnapshot snapshot(HttpServletRequest request, @Nullable String language) {
        return new RequestSnapshot(
                ErrorAttributes.method(request),
                ErrorAttributes.path(request),
                ErrorAttributes.query(request),
                headers(request),
                Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                handler(request),
                language);
    }

    private static RequestHeaders headers(HttpServletRequest request) {
        var names = request.getHeaderNames();
        var lines = new ArrayList<Map.Entry<String, String>>();
        while (names != null && names.hasMoreElements() && lines.size() < MAX_VALUES) {
            var name = names.nextElement();
            var values = request.getHeaders(name);
            while (values.hasMoreElements() && lines.size() < MAX_VALUES) {
                lines.add(Map.entry(name, values.nextElement()));
            }
        }
        return RequestHeaders.of(lines);
    }

    private static @Nullable String handler(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME) instanceof String servlet) {
            return servlet;
        }
        var name = request.getHttpServletMapping().getServletName();
        return name.isEmpty() ? null : name;
    }

    /**
     * Returns the details of a request. Never throws.
     *
     * <p>Every accessor is foreign code of a container or wrapper; if one throws, its value is missing.
     */
    public static DeveloperRequestDetails details(HttpServletRequest request) {
        return new RequestReader(request).details();
    }

    private DeveloperRequestDetails details() {
        readConnection();
        readHandling();
        return new DeveloperRequestDetails(
                Objects.requireNonNullElse(call(this::form), List.of()),
                session(),
                attributes(
                        request::getAttributeNames,
                        name -> name.startsWith(OWN_PREFIX) ? null : request.getAttribute(name)),
                Objects.requireNonNullElse(call(this::parts), List.of()),
                traits);
    }

    /** Returns the parameters in the body. Those of the query precede them (Servlet 6.0, section 3.1). */
    private List<NamedValue> form() {
        if (request.getAttribute(ParameterTrackingRequest.PARAMETERS) == null) {
            return List.of();
        }
        var inQuery = NamedValue.ofQuery(request.getQueryString());
        return request.getParameterMap().entrySet().stream()
                .flatMap(parameter -> Stream.of(parameter.getValue())
                        .skip(inQuery.stream()
                                .filter(known -> known.name().equals(parameter.getKey()))
                                .count())
                        .filter(Objects::nonNull)
                        .map(value -> new NamedValue(parameter.getKey(), value)))
                .limit(MAX_VALUES)
                .toList();
    }

    private List<BodyPart> parts() throws IOException, ServletException {
        if (request.getAttribute(ParameterTrackingRequest.PARTS) == null) {
            return List.of();
        }
        return request.getParts().stream()
                .limit(MAX_VALUES)
                .map(part -> new BodyPart(
                        part.getName(), part.getSubmittedFileName(), part.getContentType(), part.getSize()))
                .toList();
    }

    private void readConnection() {
        put(RequestProperty.PROTOCOL, request::getProtocol);
        put(RequestProperty.SCHEME, request::getScheme);
        put(RequestProperty.TLS, () -> request.getAttribute("jakarta.servlet.request.cipher_suite"));
        put(RequestProperty.CONTENT_TYPE, request::getContentType);
        put(
                RequestProperty.CONTENT_LENGTH,
                () -> request.getContentLengthLong() < 0 ? null : request.getContentLengthLong());
        put(RequestProperty.ENCODING, request::getCharacterEncoding);
        put(RequestProperty.LOCALES, () -> stream(request.getLocales())
                .map(locale -> locale.toLanguageTag())
                .collect(Collectors.joining(", ")));
    }

    private void readHandling() {
        put(RequestProperty.SERVLET, () -> request.getHttpServletMapping().getServletName());
        put(RequestProperty.PATTERN, () -> request.getHttpServletMapping().getPattern());
        put(RequestProperty.MATCH, () -> request.getHttpServletMapping().getMappingMatch());
        put(RequestProperty.CONTEXT, request::getContextPath);
        put(RequestProperty.DISPATCHER, request::getDispatcherType);
        put(
                RequestProperty.ASYNC,
                () -> !request.isAsyncSupported()
                        ? "not supported"
                        : request.isAsyncStarted() ? "started" : "not started");
        put(RequestProperty.THREAD, () -> Thread.currentThread().getName());
        put(RequestProperty.PRINCIPAL, () -> request.getUserPrincipal() == null ? null : "yes");
        put(RequestProperty.LOGIN, request::getAuthType);
        put(RequestProperty.SERVER, () -> request.getServletContext().getServerInfo());
    }

    private void put(RequestProperty trait, Supplier<@Nullable Object> accessor) {
        var value = call(accessor::get);
        var text = value == null ? null : call(value::toString);
        if (text != null && !text.isEmpty()) {
            traits.put(trait, text);
        }
    }

    private List<Attribute> session() {
        var session = call(() -> request.getSession(false));
        return session == null ? List.of() : attributes(session::getAttributeNames, session::getAttribute);
    }

    private static List<Attribute> attributes(
            Callable<@Nullable Enumeration<String>> names, Function<String, @Nullable Object> values) {
        var known = call(() -> stream(names.call()).filter(Objects::nonNull).toList());
        return Objects.requireNonNullElse(known, List.<String>of()).stream()
                .sorted()
                .flatMap(name -> Stream.ofNullable(call(() -> values.apply(name)))
                        .map(value -> new Attribute(name, value.getClass().getName(), text(name, value))))
                .toList();
    }

    /** Returns no text for values of the application: {@code toString} could throw, load data or reveal a secret. */
    private static @Nullable String text(String name, Object value) {
        boolean harmless = value instanceof String || value instanceof Integer || value instanceof Boolean;
        return harmless && STANDARD.stream().anyMatch(name::startsWith) ? value.toString() : null;
    }

    private static <T> Stream<T> stream(@Nullable Enumeration<T> all) {
        return all == null
                ? Stream.of()
                : Stream.iterate(0, i -> i < MAX_VALUES && all.hasMoreElements(), i -> i + 1)
                        .map(i -> all.nextElement());
    }

    /** Calls a foreign accessor, whose failures must not replace the failure being answered. */
    private static <T> @Nullable T call(Callable<@Nullable T> accessor) {
        try {
            return accessor.call();
        } catch (Throwable ignored) {
            return null;
        }
    }
}
