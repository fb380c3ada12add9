package org.errorpages;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import java.util.Objects;
import org.errorpages.http.RequestSnapshot;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletPath;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.servlet.View;

/**
 * Renders the error page of Spring Boot with its controller, view and configuration.
 *
 * <p>The search for a view of the application is left out.
 */
final class WhitelabelPage {

    private static final Map<String, Object> SHOW_ALL = Map.of(
            "server.error.include-stacktrace", "always",
            "server.error.include-message", "always",
            "server.error.include-exception", "true");

    private final BasicErrorController controller;
    private final View view;
    private final MockHttpServletRequest request;

    WhitelabelPage(Throwable thrown, RequestSnapshot facts) {
        var context = new AnnotationConfigServletWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("all", SHOW_ALL));
        context.registerBean(DispatcherServletPath.class, () -> () -> "/");
        context.register(ErrorMvcAutoConfiguration.class);
        context.refresh();
        controller = context.getBean(BasicErrorController.class);
        view = context.getBean("error", View.class);
        request = new MockHttpServletRequest(context.getServletContext(), facts.method(), "/error");
        facts.headers().all().forEach(request::addHeader);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, facts.path());
    }

    /** Returns the page, written to a new response. */
    byte[] get() {
        try {
            var response = new MockHttpServletResponse();
            var page = Objects.requireNonNull(controller.errorHtml(request, response));
            view.render(page.getModel(), request, response);
            return response.getContentAsByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
