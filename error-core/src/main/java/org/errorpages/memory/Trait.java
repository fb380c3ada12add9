package org.errorpages.memory;

import java.util.Locale;
import org.errorpages.text.Messages;

/**
 * Something in which two failures of the same kind may differ.
 *
 * @param kind what it is
 * @param name which one of its kind, or the empty string where there is but one
 */
record Trait(Kind kind, String name) {

    /** The kinds, in the order in which they are told. */
    enum Kind {
        METHOD,
        PATH,
        PARAMETER,
        MESSAGE,
        COOKIE,
        HEADER,
        HANDLER,
        THREAD
    }

    /** Returns what it is called. */
    String called(Messages messages) {
        return messages.get("dev.memory.trait." + kind.name().toLowerCase(Locale.ROOT), "name", name);
    }
}
