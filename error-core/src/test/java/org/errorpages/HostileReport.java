package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.errorpages.http.DeveloperRequestDetails;
import org.errorpages.http.DeveloperRequestDetails.Attribute;
import org.errorpages.http.DeveloperRequestDetails.BodyPart;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;

/** Responses to a failure with a text in some of its fields. It fails twice, so that the differences have the text as well. */
record HostileReport(Kind kind, Set<Spot> spots, String text) {

    private static final ErrorPages PAGES = ErrorPages.of(Fixtures.config("mode", "development"));

    /** An exception, or a status sent with the text as its message. */
    enum Kind {
        THROWN,
        SENT
    }

    /** The fields that may have foreign text. */
    enum Spot {
        MESSAGE,
        CLASS,
        CALL,
        FILE,
        VERSION,
        METHOD,
        PATH,
        PARAMETER,
        HEADER_NAME,
        HEADER,
        COOKIE,
        LANGUAGE,
        HANDLER,
        FORM,
        SESSION,
        SESSION_TYPE,
        ATTRIBUTE,
        ATTRIBUTE_VALUE,
        PART,
        TRAIT,
        THREAD
    }

    /** Returns the response, rendered in a thread whose name may have the text. */
    String as(String format) {
        var thread = Thread.currentThread();
        var name = thread.getName();
        try {
            thread.setName("one " + at(Spot.THREAD));
            PAGES.answer(failure(), request(format));
            thread.setName("another " + at(Spot.THREAD));
            return PAGES.answer(failure(), request(format).withHeader("X-Again", at(Spot.HEADER)))
                    .text();
        } finally {
            thread.setName(name);
        }
    }

    String listed(String format) {
        assertThat(as("text/plain")).isNotEmpty();
        var list = new RequestSnapshot(
                "GET",
                DeveloperPageSettings.DEFAULT_INCIDENTS_PATH,
                null,
                Fixtures.request(format, "en").headers(),
                "127.0.0.1",
                null,
                null);
        return PAGES.incidents(list).orElseThrow().text();
    }

    private String at(Spot spot) {
        return spots.contains(spot) ? text : "plain";
    }

    private Failure failure() {
        if (kind == Kind.SENT) {
            return Failure.sent(500, text);
        }
        var cause = new IllegalArgumentException("cause " + at(Spot.MESSAGE));
        cause.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(
                    "app",
                    "org.shop",
                    at(Spot.VERSION),
                    "org.shop." + at(Spot.CLASS),
                    "of" + at(Spot.CALL),
                    at(Spot.FILE) + ".java",
                    7)
        });
        // A frame without source, as the source of this test would be shown.
        var thrown = new IllegalStateException("says " + at(Spot.MESSAGE), cause);
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.shop.Shop", "sell", "Shop.java", 7)});
        return Failure.thrown(thrown);
    }

    private RequestSnapshot request(String format) {
        return new RequestSnapshot(
                        "M" + at(Spot.METHOD),
                        "/" + at(Spot.PATH),
                        asOneValue(at(Spot.PARAMETER)) + "=" + asOneValue(at(Spot.PARAMETER)),
                        Fixtures.request(format, "en, " + at(Spot.LANGUAGE)).headers(),
                        "127.0.0.1",
                        at(Spot.HANDLER),
                        at(Spot.LANGUAGE))
                .withHeader("X" + at(Spot.HEADER_NAME), at(Spot.HEADER))
                .withHeader("Cookie", "a=" + asOneValue(at(Spot.COOKIE)))
                .withDetails(() -> details());
    }

    private DeveloperRequestDetails details() {
        var traits = new EnumMap<DeveloperRequestDetails.RequestProperty, String>(
                DeveloperRequestDetails.RequestProperty.class);
        Stream.of(DeveloperRequestDetails.RequestProperty.values()).forEach(trait -> traits.put(trait, at(Spot.TRAIT)));
        traits.put(DeveloperRequestDetails.RequestProperty.THREAD, "of " + at(Spot.THREAD));
        return new DeveloperRequestDetails(
                List.of(new NamedValue(at(Spot.FORM), at(Spot.FORM))),
                List.of(new Attribute(at(Spot.SESSION), at(Spot.SESSION_TYPE), null)),
                List.of(new Attribute(at(Spot.ATTRIBUTE), "java.lang.String", at(Spot.ATTRIBUTE_VALUE))),
                List.of(new BodyPart(at(Spot.PART), at(Spot.PART), at(Spot.PART), 7)),
                traits);
    }

    /** Encodes the separators of parameters and cookies. */
    private static String asOneValue(String text) {
        return text.replace("&", "%26").replace(";", "%3B");
    }
}
