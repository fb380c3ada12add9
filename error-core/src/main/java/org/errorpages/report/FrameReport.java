package org.errorpages.report;

import java.util.Objects;

/**
 * One frame of a stack trace.
 *
 * @param className the binary name of the class
 * @param method the method
 * @param location the file and line, such as {@code TaxTable.java:42}, or what is known in their place
 * @param own whether it is the application's own code
 */
public record FrameReport(String className, String method, String location, boolean own) {

    private static final int MAX_NAME = 500;

    public FrameReport {
        Objects.requireNonNull(className);
        Objects.requireNonNull(method);
        Objects.requireNonNull(location);
    }

    static FrameReport of(StackTraceElement frame, boolean own) {
        return new FrameReport(
                ForeignText.line(String.valueOf(frame.getClassName()), MAX_NAME),
                ForeignText.line(String.valueOf(frame.getMethodName()), MAX_NAME),
                ForeignText.line(location(frame), MAX_NAME),
                own);
    }

    /** Returns the class without its package, and the method: {@code TaxTable.rateFor}. */
    public String call() {
        return className.substring(className.lastIndexOf('.') + 1) + "." + method;
    }

    /** Returns the frame on one line, as a stack trace has it. */
    public String text() {
        return className + "." + method + " (" + location + ")";
    }

    private static String location(StackTraceElement frame) {
        if (frame.isNativeMethod()) {
            return "native";
        }
        var file = frame.getFileName();
        if (file == null) {
            return "unknown source";
        }
        return frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
    }
}
