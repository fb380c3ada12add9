package org.errorpages.status;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives an exception class its status; subclasses inherit it. The error map of the application overrules it. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HttpStatus {

    /** Returns the status code, 400–599; another value is disregarded. */
    int value();

    /** Returns the seconds after which a client may come again; 0 says nothing. Sent with 413, 429 and 503 only. */
    int retryAfter() default 0;
}
