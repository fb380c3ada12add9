package org.errorpages.demo.gallery;

import java.io.Serial;
import java.util.Map;
import org.errorpages.status.HttpErrorException;

/** A failure that never happened, with a chain of causes for the developer's page to show. */
final class SampleFailure extends HttpErrorException {

    @Serial
    private static final long serialVersionUID = 1;

    SampleFailure(Exhibit exhibit) {
        super(exhibit.status().code(), null, exhibit.variant().pause(), order());
    }

    private static Exception order() {
        return new IllegalStateException("order HB-0000 could not be priced", postage());
    }

    private static Exception postage() {
        return new IllegalArgumentException("a sample of the gallery weighs nothing");
    }

    /** A 401 without a challenge would be answered with 403. */
    @Override
    public Map<String, String> headers() {
        return status() == 401 ? Map.of("WWW-Authenticate", "Basic realm=\"gallery\"") : Map.of();
    }
}
