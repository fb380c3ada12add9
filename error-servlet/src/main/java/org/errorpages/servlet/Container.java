package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Breaks off a response of which a part has been sent, so that no client takes it for whole. */
interface CommittedResponse {

    /** Ends the response, of which a part has been sent. */
    Ending end(HttpServletRequest request, HttpServletResponse response);

    /** Returns the way of the container, which its classes tell: its info may be hidden from attackers. */
    static CommittedResponse in(ServletContext context) {
        var container = context.getClass().getName();
        if (container.startsWith("io.undertow.")) {
            return new UndertowCleanEnd();
        }
        if (container.startsWith("org.apache.catalina.")) {
            return new TomcatCleanEnd();
        }
        return container.startsWith("org.eclipse.jetty.")
                ? new JettyCleanEnd()
                : (request, response) -> Ending.LEFT_TO_THE_CONTAINER;
    }
}
