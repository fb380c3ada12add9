package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import org.errorpages.report.Occasion;

/**
 * What stands in a body that differs from one incident to the next.
 *
 * <p>Each is of letters, digits, spaces, {@code -} and {@code :} only, so that it needs no escape in any form.
 */
enum Slot {
    INCIDENT {
        @Override
        String text(Occasion occasion, Moment moment) {
            return occasion.incident().toString();
        }
    },
    UUID {
        @Override
        String text(Occasion occasion, Moment moment) {
            return occasion.incident().uuid().toString();
        }
    },
    TIME {
        @Override
        String text(Occasion occasion, Moment moment) {
            return moment.iso();
        }
    },
    CLOCK {
        @Override
        String text(Occasion occasion, Moment moment) {
            return moment.clock();
        }
    },
    WAIT {
        @Override
        String text(Occasion occasion, Moment moment) {
            return Long.toString(occasion.retryAfterSeconds());
        }
    };

    /** Returns the text of this slot, of ASCII characters. */
    abstract String text(Occasion occasion, Moment moment);

    byte[] bytes(Occasion occasion, Moment moment) {
        return text(occasion, moment).getBytes(StandardCharsets.US_ASCII);
    }
}
