package org.errorpages;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Renders a trace as a minimal page with a StringBuilder. */
final class TracePage {

    private TracePage() {}

    static byte[] of(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        var page = new StringBuilder("<!DOCTYPE html><title>500</title><pre>");
        escape(trace.getBuffer(), page);
        return page.append("</pre>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void escape(CharSequence text, StringBuilder page) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '&' -> page.append("&amp;");
                case '"' -> page.append("&quot;");
                default -> page.append(c);
            }
        }
    }
}
