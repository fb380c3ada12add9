package org.errorpages.servlet.request;

import jakarta.servlet.http.HttpServletRequest;
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
import org.errorpages.http.RequestDetails;
import org.errorpages.http.RequestDetails.Attribute;
import org.errorpages.http.RequestDetails.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Reads what only a developer is told of a request, and changes nothing by it.
 *
 * <p>Of the content it has what the application {@linkplain TrackingRequest has read}: to ask for more would read the body,
 * or keep an error page from reading it. No session is made. Every accessor is foreign code, of a container or of a
 * wrapper; one that throws costs what it would have told.
 */
public final class RequestDetailsReader {

    private static final int MAX_ATTRIBUTES = 200;

    /** Of these a specification says what they are. */
    private static final List<String> STANDARD = List.of(
            "jakarta.servlet.forward.",
            "jakarta.servlet.include.",
            "jakarta.servlet.async.",
            "jakarta.servlet.error.",
            "jakarta.servlet.request.");

    private static final String OURS = "org.errorpages.";

    private final HttpServletRequest request;
    private final Map<Trait, String> traits = new EnumMap<>(Trait.class);

    private RequestDetailsReader(HttpServletRequest request) {
        this.request = request;
    }

    public static RequestDetails details(HttpServletRequest request) {
        return new RequestDetailsReader(request).details();
    }

    private RequestDetails details() {
        connection();
        handling();
        var content = new ConsumedBody(request);
        return new RequestDetails(listed(content::form), session(), attributes(), listed(content::parts), traits);
    }

    private static <T> List<T> listed(Callable<List<T>> accessor) {
        return Objects.requireNonNullElse(asked(accessor), List.of());
    }

    private void connection() {
        note(Trait.PROTOCOL, request::getProtocol);
        note(Trait.SCHEME, request::getScheme);
        note(Trait.TLS, () -> request.getAttribute("jakarta.servlet.request.cipher_suite"));
        note(Trait.CONTENT_TYPE, request::getContentType);
        note(Trait.CONTENT_LENGTH, () -> request.getContentLengthLong() < 0 ? null : request.getContentLengthLong());
        note(Trait.ENCODING, request::getCharacterEncoding);
        note(Trait.LOCALES, () -> first(request.getLocales())
                .map(locale -> locale.toLanguageTag())
                .collect(Collectors.joining(", ")));
    }

    private void handling() {
        note(Trait.SERVLET, () -> request.getHttpServletMapping().getServletName());
        note(Trait.PATTERN, () -> request.getHttpServletMapping().getPattern());
        note(Trait.MATCH, () -> request.getHttpServletMapping().getMappingMatch());
        note(Trait.CONTEXT, request::getContextPath);
        note(Trait.DISPATCHER, request::getDispatcherType);
        note(Trait.ASYNC, this::async);
        note(Trait.THREAD, () -> Thread.currentThread().getName());
        note(Trait.PRINCIPAL, () -> request.getUserPrincipal() == null ? null : "yes");
        note(Trait.LOGIN, request::getAuthType);
        note(Trait.SERVER, () -> request.getServletContext().getServerInfo());
    }

    private String async() {
        if (!request.isAsyncSupported()) {
            return "not supported";
        }
        return request.isAsyncStarted() ? "started" : "not started";
    }

    private void note(Trait trait, Supplier<@Nullable Object> accessor) {
        var value = asked(accessor::get);
        var text = value == null ? null : asked(value::toString);
        if (text != null && !text.isEmpty()) {
            traits.put(trait, text);
        }
    }

    private List<Attribute> session() {
        var session = asked(() -> request.getSession(false));
        return session == null
                ? List.of()
                : names(session::getAttributeNames)
                        .flatMap(name -> attribute(name, session::getAttribute))
                        .toList();
    }

    private List<Attribute> attributes() {
        return names(request::getAttributeNames)
                .filter(name -> !name.startsWith(OURS))
                .flatMap(name -> attribute(name, request::getAttribute))
                .toList();
    }

    private static Stream<Attribute> attribute(String name, Function<String, @Nullable Object> accessor) {
        var value = asked(() -> accessor.apply(name));
        return value == null
                ? Stream.of()
                : Stream.of(new Attribute(name, value.getClass().getName(), shown(name, value)));
    }

    /** What an application keeps is not asked for its text: it could throw, load, or tell what is secret. */
    private static @Nullable String shown(String name, Object value) {
        boolean harmless = value instanceof String || value instanceof Integer || value instanceof Boolean;
        return harmless && STANDARD.stream().anyMatch(name::startsWith) ? value.toString() : null;
    }

    private static Stream<String> names(Supplier<@Nullable Enumeration<String>> accessor) {
        var names = asked(() -> first(accessor.get()).filter(Objects::nonNull).toList());
        return names == null ? Stream.of() : names.stream().sorted();
    }

    private static <T> Stream<T> first(@Nullable Enumeration<T> all) {
        return all == null
                ? Stream.of()
                : Stream.iterate(0, i -> i < MAX_ATTRIBUTES && all.hasMoreElements(), i -> i + 1)
                        .map(i -> all.nextElement());
    }

    /** The boundary to foreign accessors. Whatever one throws, the failure at hand is what matters. */
    private static <T> @Nullable T asked(Callable<@Nullable T> accessor) {
        try {
            return accessor.call();
        } catch (Throwable unusable) {
            return null;
        }
    }
}
