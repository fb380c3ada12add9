package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the language of a user from a cookie. */
public final class ApplicationLanguage implements UserLanguageProvider {

    /** The language for which the service throws. */
    static final String BROKEN = "broken";

    @Override
    public Optional<String> languageOf(HttpServletRequest request) {
        var language = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals("language"))
                .map(Cookie::getValue)
                .findFirst();
        if (language.filter(BROKEN::equals).isPresent()) {
            throw new IllegalStateException("secret of the profile");
        }
        return language;
    }

    /** Registers the filter. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            event.getServletContext()
                    .addFilter("languages", Setting.class)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
        }
    }

    /** Sets the request attribute to the language in a header, like a filter of an application. */
    @SuppressWarnings("serial")
    public static final class Setting extends HttpFilter {
        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var known = request.getHeader("X-Profile");
            if (known != null) {
                request.setAttribute(UserLanguageProvider.ATTRIBUTE, known.equals("locale") ? Locale.KOREAN : known);
            }
            chain.doFilter(request, response);
        }
    }

    /** Returns name and content of the services file. */
    static String[] service() {
        return new String[] {
            "WEB-INF/classes/META-INF/services/" + UserLanguageProvider.class.getName(),
            Objects.requireNonNull(ApplicationLanguage.class.getName())
        };
    }
}
