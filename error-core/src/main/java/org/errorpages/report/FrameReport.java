package org.errorpages.report;

import java.util.Objects;
import org.errorpages.source.EditorLink;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a stack trace.
 *
 * @param className the binary name of the class
 * @param method the method
 * @param call the class without its package, and the method, as they were written rather than as they were compiled:
 *     {@code TaxTable.rateFor}, {@code OrderService.place (lambda)}
 * @param location the file and line, such as {@code TaxTable.java:42}, or what is known in their place
 * @param applicationCode whether it is the application's own code
 * @param library the library or module it lies in and the version, such as {@code jetty-server 12.1.14}, or null
 * @param noise what kind of plumbing it is: {@code lambda}, {@code proxy}, {@code reflection}, {@code generated}; or null
 * @param source the lines around its own, or null
 * @param editor what opens its line in the developer's editor, or null
 */
public record FrameReport(
        String className,
        String method,
        String call,
        String location,
        boolean applicationCode,
        @Nullable String library,
        @Nullable String noise,
        @Nullable Snippet source,
        @Nullable EditorLink editor) {

    public FrameReport {
        Objects.requireNonNull(className);
        Objects.requireNonNull(method);
        Objects.requireNonNull(call);
        Objects.requireNonNull(location);
    }

    /** Returns this frame with the source around its line, and what opens it. */
    public FrameReport with(@Nullable Snippet newSource, @Nullable EditorLink newEditor) {
        return new FrameReport(className, method, call, location, applicationCode, library, noise, newSource, newEditor);
    }

    /** Returns the frame on one line, as a stack trace has it. */
    public String text() {
        return className + "." + method + " (" + location + ")" + (library == null ? "" : " [" + library + "]");
    }
}
