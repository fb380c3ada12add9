package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.errorpages.demo.slips.Slip;

/** Makes the mistake that the path names, so that a developer sees the hint: {@code /hint/number}. */
public final class HintServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Choice<Slip> SLIPS = new Choice<>(List.of(Slip.values()));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        switch (name) {
            case "async" -> request.startAsync();
            case "writer" -> writeTwice(response);
            default -> make(SLIPS.parse(name));
        }
    }

    private static void writeTwice(HttpServletResponse response) throws IOException {
        response.getWriter().print("A bookplate: ");
        response.getOutputStream().write(1);
    }

    /** A servlet may throw what is unchecked, and wraps what is not, as servlets do. */
    private static void make(Slip slip) throws IOException {
        try {
            slip.make();
        } catch (IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception thrown) {
            throw new IllegalStateException(thrown);
        }
    }
}
