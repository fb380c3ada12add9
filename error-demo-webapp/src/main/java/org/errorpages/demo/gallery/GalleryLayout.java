package org.errorpages.demo.gallery;

import java.util.List;
import java.util.Map;
import org.errorpages.demo.gallery.Html.Element;

/**
 * The frame that all pages of the gallery share.
 *
 * @param request the request
 * @param title the heading of the page
 */
record GalleryLayout(GalleryRequest request, String title) {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type",
            "text/html;charset=utf-8",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'",
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "X-Robots-Tag",
            "noindex");

    /** Returns the page with this content below the heading. */
    GalleryPage.Content page(List<Element> content) {
        var header = Element.of("header", breadcrumbs(), Element.of("h1", title));
        var body = Element.of("body", Element.of("main", header).plus(content));
        var html = Element.of("html", head(), body).with("lang", "en").with("dir", "ltr");
        return new GalleryPage.Content(HEADERS, html.document());
    }

    private Element head() {
        return Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                Element.of("title", title + " – Harbour Books"),
                link("icon", "/icon.svg"),
                link("stylesheet", "/index.css"),
                link("stylesheet", "/gallery.css"));
    }

    private static Element meta(String name, String content) {
        return Element.of("meta").with("name", name).with("content", content);
    }

    private Element link(String relation, String path) {
        return Element.of("link").with("rel", relation).with("href", request.contextPath() + path);
    }

    private Element breadcrumbs() {
        var shop = Element.link(request.contextPath() + "/", "Harbour Books");
        var index = Element.link(request.link(""), "Gallery");
        return Element.of("nav", shop, index).with("class", "site").with("aria-label", "Way back");
    }
}
