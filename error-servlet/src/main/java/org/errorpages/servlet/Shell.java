package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.errorpages.ErrorPages;
import org.errorpages.Mode;
import org.errorpages.request.RequestFacts;
import org.jspecify.annotations.Nullable;

/**
 * What filter and servlet of one application share.
 *
 * @param pages what answers
 * @param settings what is set about the shell
 * @param own the error pages of the application
 * @param container what the container does otherwise than others
 * @param language what the application knows of the language of its user
 * @param incidents where incidents can be looked up, or null: always in production
 * @param watches whether it is noted what an application reads of a request: never in production
 */
record Shell(
        ErrorPages pages,
        ShellSettings settings,
        ApplicationErrorPages own,
        Container container,
        KnownLanguage language,
        @Nullable String incidents,
        boolean watches) {

    static Shell of(ErrorPages pages, ShellSettings settings, ApplicationErrorPages own, ServletContext context) {
        var config = pages.config();
        boolean develops = config.mode() == Mode.DEVELOPMENT;
        var incidents = develops ? config.developer().incidentsPath() : null;
        return new Shell(pages, settings, own, Container.of(context), KnownLanguage.in(context), incidents, develops);
    }

    /** Returns what is known of a request; what only a developer is told is found out for one only. */
    RequestFacts facts(HttpServletRequest request) {
        var facts = RequestReader.facts(request, language.of(request), pages.asksForAddresses());
        return pages.tellsEverything(facts) ? facts.withDetails(RequestDetailsReader.details(request)) : facts;
    }

    /** Returns whether requests that throw nothing are looked at as well. */
    boolean looksAtWhatSucceeds() {
        return !container.breaksOffAtTimeout() || settings.looksAtWhatSucceeds();
    }

    /** Returns on one line what is active. */
    String described() {
        var pagesOfTheApplication = own.described();
        return "errorpages: mode " + pages.config().mode().name().toLowerCase(Locale.ROOT) + ", " + settings.described()
                + ", error pages of the application: "
                + (pagesOfTheApplication.isEmpty() ? "none" : String.join(", ", pagesOfTheApplication));
    }
}
