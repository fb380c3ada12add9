package org.errorpages.servlet.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The rest of what a client sends, which nobody will read any more. */
public final class UnreadBody {

    private UnreadBody() {}

    /** Returns whether a request of HTTP/1.1 has one, as far as can be told without reading. */
    public static boolean isIn(HttpServletRequest request) {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return hasBody && request.getProtocol().startsWith("HTTP/1.") && (waits(request) || !isAtItsEnd(request));
    }

    /** A client that waits to be asked for its body would be asked by our look at the stream. */
    private static boolean waits(HttpServletRequest request) {
        return request.getHeader("Expect") != null;
    }

    private static boolean isAtItsEnd(HttpServletRequest request) {
        try {
            return request.getInputStream().isFinished();
        } catch (IOException | IllegalStateException unknown) { // The latter where a reader was asked for.
            return true;
        }
    }
}
