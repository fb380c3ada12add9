package org.errorpages.servlet.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failed request as an error page sees it, the same in every container: the method is GET, or HEAD, and what was thrown
 * is known (Servlet 6.1, sections 10.9.1 and 10.9.2).
 *
 * <p>Before Servlet 6.1 a page is asked with the method of the request, for which it may have no answer, or a file be
 * written; and after {@code sendError} no container tells what was thrown.
 */
public final class ErrorPageRequest extends HttpServletRequestWrapper {

    /** What the request asked of the resource that failed, not of the page: a file would answer 304, 206 or 412. */
    private static final Set<String> CONDITIONS =
            Set.of("if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "range");

    public ErrorPageRequest(HttpServletRequest request) {
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
        var names = super.getHeaderNames();
        return names == null ? Collections.emptyEnumeration() : withoutConditions(names);
    }

    private static Enumeration<String> withoutConditions(Enumeration<String> names) {
        return Collections.enumeration(Collections.list(names).stream()
                .filter(name -> !isCondition(name))
                .toList());
    }

    private static boolean isCondition(String header) {
        return CONDITIONS.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        var told = super.getAttribute(name);
        return told == null ? untold(name) : told;
    }

    private @Nullable Object untold(String name) {
        return switch (name) {
            case ErrorAttributes.METHOD -> super.getMethod();
            case RequestDispatcher.ERROR_EXCEPTION -> thrown();
            case RequestDispatcher.ERROR_EXCEPTION_TYPE -> {
                var thrown =
                        super.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : thrown();
                yield thrown == null ? null : thrown.getClass();
            }
            default -> null;
        };
    }

    private @Nullable Throwable thrown() {
        return ErrorAttributes.incident((HttpServletRequest) getRequest())
                .map(ErrorAttributes::shown)
                .orElse(null);
    }
}
