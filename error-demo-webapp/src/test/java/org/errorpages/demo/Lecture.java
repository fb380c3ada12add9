package org.errorpages.demo;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/**
 * One line of the section "Developer page", and what tells that the page shows what the line promises.
 *
 * @param path what the index links or sends to
 * @param contentType of what is sent, empty where nothing is
 * @param body what is sent
 * @param status the right answer
 * @param telling what the page has, as a selector each
 */
record Lecture(String path, String contentType, String body, int status, List<String> telling) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=cut";

    static final List<Lecture> ALL = List.of(
            of("counter/basket", "details:has(h2:contains(Session attributes)) dt:contains(basket)"),
            of("counter/forward", ".call:contains(Dispatcher.forward)"),
            of("counter/async", "dt:contains(Dispatched as) + dd:contains(ASYNC)"),
            of("counter/price?item=HB-2077", "h1:contains(PriceTags.centsOf)"),
            of(
                    "counter/price?item=HB-3001",
                    "tr:has(th:contains(parameter item)) td:contains(HB-2077)",
                    "header .differing:contains(parameter item HB-2077 → HB-3001)"),
            new Lecture("errorpages/incidents", "", "", 200, List.of("ol li a:contains(PriceTags.centsOf)")),
            new Lecture(
                    "counter/checkout?token=hb-token-93c1",
                    FORM,
                    "card=4111+1111+1111+1111&password=hb-kelp-lantern",
                    500,
                    List.of(
                            ".receipt:contains(token)",
                            ".message:contains([hidden: )",
                            ".source .marked:contains(+ password)",
                            "#copy-curl:contains(token=hidden-token)")),
            new Lecture(
                    "counter/upload",
                    PARTS,
                    "--cut\r\n"
                            + "Content-Disposition: form-data; name=\"cover\"; filename=\"emma.png\"\r\n\r\n"
                            + "A cover\r\n"
                            + "--cut--\r\n",
                    500,
                    List.of(
                            "dt:contains(Content type) + dd:contains(multipart/form-data)",
                            "#copy-curl:contains(--data-binary @body)")));

    private static Lecture of(String path, String... telling) {
        return new Lecture(path, "", "", 500, List.of(telling));
    }

    HttpRequest.Builder request(String accept) {
        var request = HttpRequest.newBuilder().header("Accept", accept).header("Accept-Language", "en");
        return contentType.isEmpty()
                ? request
                : request.header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
    }

    @Override
    public String toString() {
        return path;
    }
}
