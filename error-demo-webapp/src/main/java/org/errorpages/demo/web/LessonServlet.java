package org.errorpages.demo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.errorpages.demo.lessons.Lesson;

/** Fails as the path says, to show one thing of the developer's page: {@code /page/tree}. */
public final class LessonServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Choice<Lesson> LESSONS = new Choice<>(List.of(Lesson.values()));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var name = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        try {
            LESSONS.parse(name).teach();
        } catch (IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception thrown) {
            throw new ServletException(thrown);
        }
    }
}
