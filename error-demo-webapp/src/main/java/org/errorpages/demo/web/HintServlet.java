package org.errorpages.demo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import org.errorpages.demo.slips.Slip;
import org.errorpages.demo.slips.Slips;
import org.errorpages.status.HttpErrorException;

/** Makes a mistake for which developers get the hint that the path names: {@code /hint/number-malformed}. */
public final class HintServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var name = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        switch (name) {
            case "async-unsupported" -> request.startAsync();
            case "writer-taken" -> writeThenStream(response);
            case "stream-taken" -> streamThenWrite(response);
            case "body-taken" -> readTwice(request);
            case "response-committed" -> changeWhatIsSent(response);
            case "session-too-late" -> greetThenRemember(request, response);
            default -> make(Slips.named(name).orElseThrow(() -> new HttpErrorException(404, "No such mistake.")));
        }
    }

    /** An upload, for which this servlet is not set up. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.getParts();
    }

    private static void writeThenStream(HttpServletResponse response) throws IOException {
        response.getWriter().print("A bookplate: ");
        response.getOutputStream().write(1);
    }

    private static void streamThenWrite(HttpServletResponse response) throws IOException {
        response.getOutputStream().write(1);
        response.getWriter().print("A bookplate, after its picture");
    }

    private static void readTwice(HttpServletRequest request) throws IOException {
        request.getReader().readLine();
        request.getInputStream().readAllBytes();
    }

    private static void changeWhatIsSent(HttpServletResponse response) throws IOException {
        response.getWriter().print("Dear reader,");
        response.flushBuffer();
        response.reset();
    }

    private static void greetThenRemember(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("Dear reader,");
        response.flushBuffer();
        request.getSession();
    }

    /** A servlet may throw what is unchecked, and wraps what is not, as servlets do. */
    private static void make(Slip slip) throws IOException, ServletException {
        try {
            slip.make();
        } catch (IOException | RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new ServletException(thrown);
        }
    }
}
