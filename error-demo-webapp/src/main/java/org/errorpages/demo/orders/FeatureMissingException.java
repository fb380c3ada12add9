package org.errorpages.demo.orders;

import java.io.Serial;
import org.errorpages.status.HttpStatus;

/** Says that the shop cannot do something yet; the annotation makes that a 501. */
@HttpStatus(501)
public final class FeatureMissingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    FeatureMissingException(String feature) {
        super(feature + " is not implemented");
    }
}
