package org.errorpages.conformance;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;
import org.errorpages.ErrorPages;
import org.errorpages.http.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.servlet.ErrorPageFilter;

/** An application that creates the filter itself, with a renderer that fails. */
final class ApplicationRenderer {

    private ApplicationRenderer() {}

    /** Registers the filter. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var pages = ErrorPages.builder().renderer(new Broken()).build();
            var filter = event.getServletContext().addFilter("in-code", new ErrorPageFilter(pages));
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), false, "/*");
        }
    }

    /** A renderer whose template is missing. */
    private static final class Broken implements Renderer {
        @Override
        public MediaType mediaType() {
            return MediaType.HTML;
        }

        @Override
        public byte[] render(ErrorReport report) {
            throw new IllegalStateException("secret template");
        }
    }
}
