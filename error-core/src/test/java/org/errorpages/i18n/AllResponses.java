package org.errorpages.i18n;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.describe.RuntimeDetails;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.UpstreamException;

/** Creates responses in every language and format for both audiences. */
final class AllResponses {

    private static final List<String> FORMS =
            List.of("text/html", "application/json", "application/xml", "text/plain", "text/markdown");

    private static final Map<String, Failure> FAILURES = Map.of(
            "unknown", Failure.sent(404, "inside"),
            "bug", Failure.thrown(standing(new IllegalStateException("INSIDE {0} title"))),
            "busy",
                    Failure.thrown(
                            standing(new HttpErrorException(503, "Opens at 9.", Duration.ofSeconds(1234567), null))),
            "late",
                    Failure.thrown(standing(new UpstreamException(
                            "BILLING", standing(new java.net.http.HttpTimeoutException("timed out"))))));

    private AllResponses() {}

    /** Prints the digest of all responses; runs in a separate JVM with another default locale. */
    public static void main(String[] args) {
        System.out.println(Locale.getDefault().toLanguageTag() + " " + digest(all()));
    }

    /** Returns the responses by language, format, failure and mode. */
    static SortedMap<String, String> all() {
        var responses = new TreeMap<String, String>();
        for (var mode : List.of("production", "development")) {
            var pages = pages(mode);
            for (var tag : SupportedLocales.builtIn().tags()) {
                for (var format : FORMS) {
                    FAILURES.forEach((name, failure) -> responses.put(
                            String.join(" ", tag, format, name, mode),
                            pages.answer(failure, asking(format, tag)).toString()));
                }
            }
        }
        return responses;
    }

    static String digest(SortedMap<String, String> responses) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(responses.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ErrorPages pages(String mode) {
        return ErrorPages.builder()
                .config(ErrorPagesConfig.from(Map.of("mode", mode, "siteName", "Istanbul INN", "homeUrl", "/")))
                .clock(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC))
                .incidentIds(() -> new IncidentId(UUID.fromString("3d2f4a6b-8c9d-4e1f-a2b3-c4d5e6f70819")))
                .runtimeDetails(new RuntimeDetails(() -> Map.of("java", "17")))
                .build();
    }

    private static RequestSnapshot asking(String format, String tag) {
        return RequestSnapshot.of("POST", "/TITLE")
                .withRemoteAddress("127.0.0.1")
                .withHeader("Host", "localhost")
                .withHeader("IF-MODIFIED-SINCE", "0")
                .withHeader("Accept", format)
                .withHeader("Accept-Language", tag.toUpperCase(Locale.ROOT));
    }

    private static <T extends Throwable> T standing(T throwable) {
        throwable.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("shop.Invoice", "print", "Invoice.java", 1234),
            new StackTraceElement("java.lang.Thread", "run", "Thread.java", 833)
        });
        return throwable;
    }
}
