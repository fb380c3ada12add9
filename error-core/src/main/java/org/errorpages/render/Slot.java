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
        byte[] bytes(Occasion occasion, Moment moment) {
            return occasion.incident().ascii();
        }
    },
    UUID {
        @Override
        byte[] bytes(Occasion occasion, Moment moment) {
            return occasion.incident().uuid().toString().getBytes(StandardCharsets.US_ASCII);
        }
    },
    TIME {
        @Override
        byte[] bytes(Occasion occasion, Moment moment) {
            return moment.iso();
        }
    },
    CLOCK {
        @Override
        byte[] bytes(Occasion occasion, Moment moment) {
            return moment.clock();
        }
    },
    WAIT {
        @Override
        byte[] bytes(Occasion occasion, Moment moment) {
            return Long.toString(occasion.retryAfterSeconds()).getBytes(StandardCharsets.US_ASCII);
        }
    };

    /** Returns what stands in this slot, of ASCII characters; nobody may change it. */
    abstract byte[] bytes(Occasion occasion, Moment moment);
}
