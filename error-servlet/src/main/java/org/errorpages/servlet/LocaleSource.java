package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Tells the language that an application knows its user to read: from the session, the profile, a cookie.
 *
 * <p>It is found as a service ({@link java.util.ServiceLoader}) of the application. It is asked while a failure is
 * answered, so it should not fail, nor take long; what it throws counts as knowing nothing. A request attribute of the name
 * {@value #ATTRIBUTE} says the same without a class.
 */
@FunctionalInterface
public interface LocaleSource {

    /** The name of the request attribute that holds the language, as a tag or as a {@link java.util.Locale}. */
    String ATTRIBUTE = "org.errorpages.language";

    /** Returns the language as a BCP 47 tag such as {@code pt-BR}; one that is not offered is passed over. */
    Optional<String> languageOf(HttpServletRequest request);
}
