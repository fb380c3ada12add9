package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.errorpages.ErrorPages;
import org.errorpages.status.CauseChain;

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
        return new Shell(pages, settings, own, container.startsWith("jetty/"), CommittedResponse.in(context));
    }

    /** Returns whether the container asks for an error page after a method. */
    boolean asksAfter(String method) {
        return !jetty
                || switch (method) {
                    case "GET", "POST", "HEAD" -> true;
                    default -> false;
                };
    }

    /**
     * Returns whether the container logs the stack of what is thrown at it: Jetty has one line for what it takes for the
     * network, however deep it lies, and Undertow none.
     */
    boolean logsStackOf(Throwable thrown) {
        boolean undertow = committed instanceof UndertowCleanEnd;
        return jetty
                ? CauseChain.of(thrown).links().stream().noneMatch(link -> isOfTheNetwork(link.throwable()))
                : !(undertow && thrown instanceof IOException);
    }

    private static boolean isOfTheNetwork(Throwable thrown) {
        return thrown instanceof IOException || thrown instanceof TimeoutException;
    }

    /** Returns whether requests that throw nothing are looked at as well. */
    boolean looksAtWhatSucceeds() {
        return jetty || settings.looksAtWhatSucceeds();
    }

    /** Returns on one line what is active. */
    String described() {
        var pagesOfTheApplication = own.described();
        return "errorpages: mode " + pages.config().mode().name().toLowerCase(Locale.ROOT) + ", " + settings.described()
                + ", error pages of the application: "
                + (pagesOfTheApplication.isEmpty() ? "none" : String.join(", ", pagesOfTheApplication));
    }
}
