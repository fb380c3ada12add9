package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Provides the language that an application has chosen for a user, for example from session, profile or cookie.
 *
 * <p>An application registers it as a service ({@link java.util.ServiceLoader}). It is called for each failure, so it must
 * be fast; its exceptions count as no language. The request attribute {@value #ATTRIBUTE} does the same without a class.
 */
@FunctionalInterface
public interface UserLanguageProvider {

    /** The name of the request attribute that holds the language, as a tag or as a {@link java.util.Locale}. */
    String ATTRIBUTE = "org.errorpages.language";

    /** Returns the language as a BCP 47 tag such as {@code pt-BR}; a language without texts is ignored. */
    Optional<String> languageOf(HttpServletRequest request);
}
