package org.errorpages.demo.shop;

import java.io.Serial;
import org.errorpages.status.RespondsWithStatus;

/** Reports a feature that the shop does not implement; the annotation makes it a 501. */
@RespondsWithStatus(501)
public final class FeatureMissingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    FeatureMissingException(String feature) {
        super(feature + " is not implemented");
    }
}
