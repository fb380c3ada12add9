package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.render.ErrorResponse;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A public page for a status in a language. */
record PublicPage(int code, String tag, ErrorResponse response) {

    static final String SITE = "Harbour Books";
    static final String HOME = "/";
    static final String CONTACT = "help@example.test";

    /** Each code with its own texts, and an unregistered one of each class. */
    private static final int[] CODES = {
        400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 429, 499, //
        500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 599
    };

    private static final ErrorPages PAGES = pages(Map.of("siteName", SITE, "homeUrl", HOME, "contact", CONTACT));

    private static final Map<String, List<PublicPage>> RENDERED = new ConcurrentHashMap<>();

    static Collection<String> tags() {
        return SupportedLocales.builtIn().tags();
    }

    /** Returns the pages of all codes in a language, rendered once. */
    static List<PublicPage> in(String tag) {
        return RENDERED.computeIfAbsent(tag, language -> IntStream.of(CODES)
                .mapToObj(code -> of(code, language))
                .toList());
    }

    static PublicPage of(int code, String tag) {
        return of(PAGES, Failure.sent(code, "canary-sent"), tag);
    }

    static PublicPage of(ErrorPages pages, Failure failure, String tag) {
        var request = RequestSnapshot.of("POST", "/orders")
                .withHeader("Accept", "text/html")
                .withHeader("Accept-Language", tag);
        var response = pages.answer(failure, request);
        return new PublicPage(response.status().code(), tag, response);
    }

    static ErrorPages pages(Map<String, String> settings) {
        return ErrorPages.of(ErrorPagesConfig.from(settings));
    }

    byte[] bytes() {
        return response.text().getBytes(StandardCharsets.UTF_8);
    }

    String header(String name) {
        return response.headers().getOrDefault(name, "");
    }

    Document document() {
        return Jsoup.parse(response.text());
    }

    @Override
    public String toString() {
        return code + " in " + tag;
    }
}
