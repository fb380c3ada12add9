package org.errorpages.demo;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/**
 * A link or form of the section "Developer page" on the index.
 *
 * @param path the path of the request
 * @param contentType the media type of the request body, empty for GET
 * @param body the request body
 * @param status the expected status
 * @param selectors the CSS selectors that the developer page must match
 */
record DeveloperScenario(String path, String contentType, String body, int status, List<String> selectors) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=cut";
    private static final String UPLOAD =
            """
            --cut\r
            Content-Disposition: form-data; name="cover"; filename="emma.png"\r
            \r
            A cover\r
            --cut--\r
            """;

    static final List<DeveloperScenario> ALL = List.of(
            of("counter/basket", "details:has(h2:contains(Session attributes)) dt:contains(basket)"),
            of("counter/forward", ".call:contains(Dispatcher.forward)"),
            of("counter/async", "dt:contains(Dispatched as) + dd:contains(ASYNC)"),
            of("counter/price?item=HB-2077", "h1:contains(PriceList.centsOf)"),
            of(
                    "counter/price?item=HB-3001",
                    "tr:has(th:contains(parameter item)) td:contains(HB-2077)",
                    "header .differing:contains(parameter item HB-2077 → HB-3001)"),
            new DeveloperScenario("errorpages/incidents", "", "", 200, List.of("ol li a:contains(PriceList.centsOf)")),
            new DeveloperScenario(
                    "counter/checkout?token=hb-token-93c1",
                    FORM,
                    "card=4111+1111+1111+1111&password=hb-kelp-lantern",
                    500,
                    List.of(
                            ".receipt:contains(token)",
                            ".message:contains([hidden: )",
                            ".source .marked:contains(+ password)",
                            "#copy-curl:contains(token=hidden-token)")),
            new DeveloperScenario(
                    "counter/upload",
                    PARTS,
                    UPLOAD,
                    500,
                    List.of(
                            "dt:contains(Content type) + dd:contains(multipart/form-data)",
                            "#copy-curl:contains(--data-binary @body)")));

    private static DeveloperScenario of(String path, String... selectors) {
        return new DeveloperScenario(path, "", "", 500, List.of(selectors));
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
