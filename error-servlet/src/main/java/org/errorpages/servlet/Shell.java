package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import java.util.Objects;
import org.errorpages.ErrorPages;

/**
 * What filter and servlet of one application share.
 *
 * @param pages what answers
 * @param settings what is set about the shell
 * @param own the error pages of the application
 * @param jetty whether the container is Jetty, which asks for error pages after some methods only
 * @param committed how a response that has begun is broken off
 */
record Shell(
        ErrorPages pages,
        ShellSettings settings,
        ApplicationErrorPages own,
        boolean jetty,
        CommittedResponse committed) {

    static Shell of(ErrorPages pages, ShellSettings settings, ApplicationErrorPages own, ServletContext context) {
        var container = Objects.requireNonNullElse(context.getServerInfo(), "");
        return new Shell(
                pages,
                settings,
                own,
                container.startsWith("jetty/"),
                container.startsWith("Undertow") ? new UndertowCleanEnd() : CommittedResponse.RETHROW);
    }

    /** Returns whether the container asks for an error page after a method. */
    boolean asksAfter(String method) {
        return !jetty
                || switch (method) {
                    case "GET", "POST", "HEAD" -> true;
                    default -> false;
                };
    }

    /** Returns on one line what is active. */
    String described() {
        var pagesOfTheApplication = own.described();
        return "errorpages: " + pages.config().mode() + ", " + settings.described()
                + ", error pages of the application: "
                + (pagesOfTheApplication.isEmpty() ? "none" : String.join(", ", pagesOfTheApplication));
    }
}
