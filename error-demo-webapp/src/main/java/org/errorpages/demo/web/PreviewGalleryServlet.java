package org.errorpages.demo.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.errorpages.demo.gallery.Gallery;
import org.errorpages.demo.gallery.GalleryRequest;
import org.errorpages.status.HttpErrorException;
import org.jspecify.annotations.Nullable;

/** Serves previews of every error page, with status 200 and without log entries. */
public final class PreviewGalleryServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String PREFIX = "errorpages.";

    private transient @Nullable Gallery gallery;

    @Override
    public void init() {
        gallery = Gallery.open(settings(getServletContext()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = Objects.requireNonNull(gallery)
                .page(read(request))
                .orElseThrow(() -> new HttpErrorException(404, "The gallery has no such page."));
        var body = page.html().getBytes(StandardCharsets.UTF_8);
        page.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static GalleryRequest read(HttpServletRequest request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        var path = Objects.requireNonNullElse(request.getPathInfo(), "");
        return new GalleryRequest(
                request.getContextPath(), path.equals("/") ? "" : path, headers, request.getRemoteAddr());
    }

    /** Returns the settings of errorpages from web.xml, overridden by system properties. */
    private static Map<String, String> settings(ServletContext context) {
        var settings = new HashMap<String, String>();
        for (var name : Collections.list(context.getInitParameterNames())) {
            put(settings, name, context.getInitParameter(name));
        }
        System.getProperties().stringPropertyNames().forEach(name -> put(settings, name, System.getProperty(name)));
        return settings;
    }

    private static void put(Map<String, String> settings, String name, String value) {
        if (name.startsWith(PREFIX)) {
            settings.put(name.substring(PREFIX.length()), value);
        }
    }
}
