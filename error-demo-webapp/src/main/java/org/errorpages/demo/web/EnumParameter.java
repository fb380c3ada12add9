package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.errorpages.status.HttpErrorException;

/**
 * Parses the request parameter "kind".
 *
 * @param kinds the allowed constants, written in lower case; the first is the default
 */
record EnumParameter<E extends Enum<E>>(List<E> kinds) {

    E in(HttpServletRequest request) {
        var given = request.getParameter("kind");
        return given == null ? kinds.get(0) : parse(given);
    }

    /**
     * Returns the constant of a name in lower case.
     *
     * @throws HttpErrorException with 400 for any other text
     */
    E parse(String given) {
        return kinds.stream()
                .filter(kind -> word(kind).equals(given))
                .findFirst()
                .orElseThrow(() -> new HttpErrorException(400, "The kind must be one of " + words() + "."));
    }

    private String words() {
        return String.join(", ", kinds.stream().map(EnumParameter::word).toList());
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
