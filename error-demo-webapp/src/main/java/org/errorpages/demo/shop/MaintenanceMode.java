package org.errorpages.demo.shop;

import java.time.Duration;
import org.errorpages.status.HttpErrorException;

/**
 * Closes a part of the shop for a while.
 *
 * @param notice the text for visitors
 * @param remaining the time until the shop opens; zero means open
 */
public record MaintenanceMode(String notice, Duration remaining) {

    /**
     * Returns normally while the shop is open.
     *
     * @throws HttpErrorException with 503 and Retry-After while it is closed
     */
    public void check() {
        if (!remaining.isZero()) {
            throw new HttpErrorException(503, notice, remaining, null);
        }
    }
}
