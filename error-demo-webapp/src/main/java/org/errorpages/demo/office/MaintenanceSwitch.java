package org.errorpages.demo.office;

import java.time.Duration;
import org.errorpages.status.HttpErrorException;

/**
 * Closes a part of the shop for a while.
 *
 * @param notice what to tell visitors
 * @param remaining how long it stays closed; zero means open
 */
public record MaintenanceSwitch(String notice, Duration remaining) {

    /**
     * Lets a visitor in, or not.
     *
     * @throws HttpErrorException with 503 and the time to come again, while closed
     */
    public void check() {
        if (!remaining.isZero()) {
            throw new HttpErrorException(503, notice, remaining, null);
        }
    }
}
