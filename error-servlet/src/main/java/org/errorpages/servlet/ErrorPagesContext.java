package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.errorpages.ErrorPages;
import org.errorpages.Mode;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.servlet.container.Container;
import org.errorpages.servlet.descriptor.ApplicationErrorPages;
import org.errorpages.servlet.request.RequestDetailsReader;
import org.errorpages.servlet.request.RequestReader;

/**
 * What filter and servlet of one application share.
 *
 * @param pages what answers
 * @param settings what is set about the shell
 * @param own the error pages of the application
 * @param container what the container does otherwise than others
 * @param language what the application knows of the language of its user
 * @param develops whether a client may be a developer's: never in production
 * @param looksAtWhatSucceeds whether requests that throw nothing are looked at as well
 */
record ErrorPagesContext(
        ErrorPages pages,
        ServletSettings settings,
        ApplicationErrorPages own,
        Container container,
        LocaleResolver language,
        boolean develops,
        boolean looksAtWhatSucceeds) {

    static ErrorPagesContext of(
            ErrorPages pages, ServletSettings settings, ApplicationErrorPages own, ServletContext context) {
        boolean develops = pages.config().mode() == Mode.DEVELOPMENT;
        var container = Container.of(context);
        boolean looks = !container.breaksOffAtTimeout() || settings.looksAtWhatSucceeds();
        return new ErrorPagesContext(pages, settings, own, container, LocaleResolver.in(context), develops, looks);
    }

    /** Returns what is known of a request; what only a developer is told is found out for one only. */
    RequestSnapshot facts(HttpServletRequest request) {
        var facts = RequestReader.facts(request, language.of(request), pages.asksForAddresses());
        return pages.isDeveloper(facts) ? facts.withDetails(RequestDetailsReader.details(request)) : facts;
    }

    /** Returns on one line what is active. */
    String described() {
        var pagesOfTheApplication = own.described();
        return "errorpages: mode " + pages.config().mode().name().toLowerCase(Locale.ROOT) + ", " + settings.described()
                + ", error pages of the application: "
                + (pagesOfTheApplication.isEmpty() ? "none" : String.join(", ", pagesOfTheApplication));
    }
}
