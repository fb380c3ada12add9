package org.errorpages.servlet.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Presents a failed request to an error page, the same in every container.
 *
 * <p>The method is GET or HEAD, and the exception is known (Servlet 6.1, sections 10.9.1 and 10.9.2). Before Servlet 6.1
 * a page gets the method of the failed request, which it may not support or which may write a file; and after
 * {@code sendError} no container sets the exception.
 */
public final class ErrorPageRequestWrapper extends HttpServletRequestWrapper {

    /** Conditions on the resource that failed, not on the page: a static file would respond with 304, 206 or 412. */
    private static final Set<String> CONDITIONS =
            Set.of("if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "range");

    public ErrorPageRequestWrapper(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return super.getMethod().equals("HEAD") ? "HEAD" : "GET";
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isCondition(name) ? null : super.getHeader(name);
    }

    @Override
    public long getDateHeader(String name) {
        return isCondition(name) ? -1 : super.getDateHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = Objects.requireNonNullElse(super.getHeaderNames(), Collections.<String>emptyEnumeration());
        return Collections.enumeration(Collections.list(names).stream()
                .filter(name -> !isCondition(name))
                .toList());
    }

    private static boolean isCondition(String header) {
        return CONDITIONS.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        var value = super.getAttribute(name);
        if (value != null) {
            return value;
        }
        return switch (name) {
            case ErrorAttributes.METHOD -> super.getMethod();
            case RequestDispatcher.ERROR_EXCEPTION -> storedException();
            case RequestDispatcher.ERROR_EXCEPTION_TYPE -> {
                var thrown = super.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t
                        ? t
                        : storedException();
                yield thrown == null ? null : thrown.getClass();
            }
            default -> null;
        };
    }

    private @Nullable Throwable storedException() {
        return ErrorAttributes.find((HttpServletRequest) getRequest())
                .map(ErrorAttributes::exception)
                .orElse(null);
    }
}
