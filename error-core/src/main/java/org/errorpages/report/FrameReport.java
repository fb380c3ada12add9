package org.errorpages.report;

import org.errorpages.source.EditorLinks.Link;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a stack trace.
 *
 * @param className the binary name of the class
 * @param call the simple class name and method as in the source: {@code TaxTable.rateFor}, {@code OrderService.place (lambda)}
 * @param location the file and line, such as {@code TaxTable.java:42}, or a remark
 * @param applicationCode whether the class belongs to the application
 * @param library the library or module and its version, such as {@code jetty-server 12.1.14}, or null
 * @param editor the link that opens the line in an editor, or null
 */
public record FrameReport(
        String className,
        String method,
        String call,
        String location,
        boolean applicationCode,
        @Nullable String library,
        @Nullable Snippet source,
        @Nullable Link editor) {

    /** Returns this frame with its source and editor link. */
    public FrameReport withSource(@Nullable Snippet newSource, @Nullable Link newEditor) {
        return new FrameReport(className, method, call, location, applicationCode, library, newSource, newEditor);
    }

    /** Returns the frame on one line, in the format of a stack trace. */
    public String text() {
        return className + "." + method + " (" + location + ")" + (library == null ? "" : " [" + library + "]");
    }
}
