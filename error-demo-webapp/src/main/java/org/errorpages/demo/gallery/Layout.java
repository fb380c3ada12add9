package org.errorpages.demo.gallery;

import java.util.List;
import java.util.Map;

/**
 * What the gallery's own pages have in common.
 *
 * @param visit who looks
 * @param title the heading of the page
 */
record Layout(Visit visit, String title) {

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

    /** Returns the page with a heading and what stands below it. */
    Page page(List<Element> content) {
        var header = Element.of("header", way(), Element.of("h1", title));
        var body = Element.of("body", Element.of("main", header).plus(content));
        var html = Element.of("html", head(), body).with("lang", "en").with("dir", "ltr");
        return new Page(HEADERS, html.document());
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
        return Element.of("link").with("rel", relation).with("href", visit.home() + path);
    }

    private Element way() {
        var shop = Element.link(visit.home() + "/", "Harbour Books");
        var entrance = Element.link(visit.to(""), "Gallery");
        return Element.of("nav", shop, entrance).with("class", "site").with("aria-label", "Way back");
    }
}
