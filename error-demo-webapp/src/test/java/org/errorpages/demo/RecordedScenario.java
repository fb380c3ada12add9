package org.errorpages.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.errorpages.container.RawClient;

/**
 * A request to the shop that the recorder sends.
 *
 * @param method the method of the request
 * @param path the path and the query
 * @param contentType the type of the body, empty for none
 * @param body the content
 */
record RecordedScenario(String method, String path, String contentType, String body) {

    private static final String FAILURES =
            """
            /fail/500
            /fail/501
            /fail/502
            /fail/502?kind=refused
            /fail/502?kind=reset
            /fail/502?kind=garbage
            /fail/502?kind=certificate
            /fail/502?kind=canary
            /fail/503
            /fail/503?kind=overload
            /fail/503?kind=database
            /fail/503?kind=maintenance
            /fail/503?kind=nonsense
            /fail/504
            /page/tree
            /page/batch
            /page/cycle
            /page/wrappers
            /page/lambda
            /page/proxy
            /page/nested
            /page/library
            /page/long
            /page/markup
            /page/stackless
            /page/nonsense
            /counter/basket
            /counter/forward
            /counter/async
            /counter/price?item=HB-2077
            /counter/price?item=HB-3001
            /hint/nonsense
            /gallery/599
            /no-such-page
            /errorpages
            """;

    private static final String HINTS =
            """
            address-not-ours array-too-large async-unsupported body-taken bundle-missing bytes-malformed
            certificate-expired certificate-name certificate-untrusted changed-meanwhile changed-while-iterating
            character-unmappable class-became-interface class-missing class-not-initialized classes-differ
            collection-unmodifiable connect-timeout connection-broken constant-missing date-malformed
            direct-memory-full disk-full division-by-zero driver-missing environment-missing executor-full
            executor-stopped field-missing file-denied file-is-folder file-missing handshake-failed heap-full
            host-unknown host-unresolved index-outside initializer-failed interface-became-class jakarta-servlet
            java-too-old javax-servlet jaxb-removed json-malformed json-mismatch lazy-after-session lock-timeout
            metaspace-full method-missing method-not-implemented no-thread not-serializable null-local null-refused
            null-returned null-somewhere null-value number-malformed number-null optional-empty package-closed
            pool-exhausted pool-exhausted-somewhere port-forbidden port-in-use property-missing range-outside
            read-timeout recursion recursion-somewhere refused refused-at refused-service response-committed
            service-missing session-too-late setting-missing sql-cancelled sql-column-null sql-connection
            sql-constraint sql-constraint-named sql-data sql-login sql-object-missing sql-resources sql-statement
            stream-taken template-failed template-missing text-missing tls-with-plain too-many-files trace-omitted
            two-loaders writer-taken wrong-type
            """;

    private static final String LANGUAGES =
            """
            ar bg bn cs da de el en es fa fi fil fr he hi hr hu id it ja ko lt ms nb nl pl pt pt-BR ro ru sk sr sv th
            tr uk ur vi zh-Hans zh-Hant
            """;

    private static final String PARTS = "multipart/form-data; boundary=cut";
    private static final String UPLOAD =
            "--cut\r\nContent-Disposition: form-data; name=\"cover\"; filename=\"emma.png\""
                    + "\r\n\r\nA cover\r\n--cut--\r\n";

    /** Returns the failures; each is recorded in every format. */
    static List<RecordedScenario> failures() {
        var failures =
                new ArrayList<>(FAILURES.lines().map(RecordedScenario::get).toList());
        failures.add(new RecordedScenario("PURGE", "/ok", "", ""));
        failures.add(new RecordedScenario("HEAD", "/fail/500", "", ""));
        failures.add(new RecordedScenario("POST", "/fail/500", "text/plain", "an order"));
        failures.add(new RecordedScenario(
                "POST",
                "/counter/checkout?token=hb-token-93c1",
                "application/x-www-form-urlencoded",
                "card=4111+1111+1111+1111&password=hb-kelp-lantern"));
        failures.add(new RecordedScenario("POST", "/counter/upload", PARTS, UPLOAD));
        return failures;
    }

    /** Returns the mistakes for which there is a hint. */
    static List<RecordedScenario> hints() {
        return Stream.concat(
                        words(HINTS).map(name -> get("/hint/" + name)),
                        Stream.of(new RecordedScenario("POST", "/hint/multipart-missing", PARTS, UPLOAD)))
                .toList();
    }

    /** Returns the pages that look the same in every form: those without a failure, and the previews. */
    static List<RecordedScenario> pages() {
        var rooms = Stream.of("/", "/ok", "/index.css", "/gallery", "/gallery/503", "/gallery/ko", "/gallery/503/ko");
        var developers = Stream.of("500", "501", "502", "503", "504")
                .flatMap(code -> Stream.of("en", "ko").map(tag -> "/gallery/" + code + "/" + tag + "/developer"));
        var everyLanguage = words(LANGUAGES).flatMap(tag -> Stream.of("500", "501", "502", "503", "504")
                .map(code -> "/gallery/" + code + "/" + tag + "/public"));
        return Stream.of(rooms, developers, everyLanguage)
                .flatMap(paths -> paths)
                .map(RecordedScenario::get)
                .toList();
    }

    static RecordedScenario get(String path) {
        return new RecordedScenario("GET", path, "", "");
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"));
    }

    /** Returns the request as it is sent. */
    String request(List<String> headerLines) {
        var lines = new ArrayList<>(headerLines);
        if (!contentType.isEmpty()) {
            lines.add("Content-Type: " + contentType);
            lines.add("Content-Length: " + body.length());
        }
        return RawClient.head(method, path, lines.toArray(String[]::new)) + body;
    }

    /** Returns the name of its folder. */
    String name() {
        return method.equals("GET") ? path : method + path;
    }
}
