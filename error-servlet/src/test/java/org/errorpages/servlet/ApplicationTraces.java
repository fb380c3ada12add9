package org.errorpages.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Fails and counts the failures whose stack trace was read. */
@SuppressWarnings("serial")
public final class ApplicationTraces extends HttpServlet {

    private static final Set<Throwable> READ = ConcurrentHashMap.newKeySet();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo().equals("/fail")) {
            throw new Watched();
        }
        response.getWriter().print(READ.size());
    }

    /** Printing the stack trace doesn't count. */
    private static final class Watched extends IllegalStateException {

        Watched() {
            super("secret inside");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            READ.add(this);
            return super.getStackTrace();
        }
    }
}
