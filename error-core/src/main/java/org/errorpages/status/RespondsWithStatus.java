package org.errorpages.status;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Assigns a status to an exception class and its subclasses. The error map of the application overrides it. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RespondsWithStatus {

    /** Returns the status code, 400–599; any other value is ignored. */
    int value();

    /** Returns the seconds after which a client may retry, 0 if unknown. Sent with 413, 429 and 503 only. */
    int retryAfter() default 0;
}
