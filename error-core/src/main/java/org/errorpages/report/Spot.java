package org.errorpages.report;

/**
 * Where in the code a frame is, as it is told in a sentence.
 *
 * @param call the class without its package, and the method, as they were written
 * @param location the file and line, such as {@code TaxTable.java:42}, or what is known in their place
 */
record Spot(String call, String location) {

    private static final int MAX_NAME = 500;

    static Spot of(StackTraceElement frame) {
        var call = new ReadableCall(className(frame), method(frame)).text();
        return new Spot(call, location(frame));
    }

    static String className(StackTraceElement frame) {
        return ForeignText.line(String.valueOf(frame.getClassName()), MAX_NAME);
    }

    static String method(StackTraceElement frame) {
        return ForeignText.line(String.valueOf(frame.getMethodName()), MAX_NAME);
    }

    static String location(StackTraceElement frame) {
        return ForeignText.line(fileAndLine(frame), MAX_NAME);
    }

    private static String fileAndLine(StackTraceElement frame) {
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
