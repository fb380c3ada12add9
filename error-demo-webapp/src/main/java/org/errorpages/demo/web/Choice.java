package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.errorpages.status.HttpErrorException;

/**
 * Reads from the query which of several things a visitor asks for.
 *
 * @param kinds what there is; the first is taken when the visitor says nothing
 */
record Choice<E extends Enum<E>>(List<E> kinds) {

    E in(HttpServletRequest request) {
        var given = request.getParameter("kind");
        return given == null ? kinds.get(0) : parse(given);
    }

    E parse(String given) {
        return kinds.stream()
                .filter(kind -> word(kind).equals(given))
                .findFirst()
                .orElseThrow(() -> new HttpErrorException(400, "The kind must be one of " + words() + "."));
    }

    private String words() {
        return String.join(", ", kinds.stream().map(Choice::word).toList());
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
