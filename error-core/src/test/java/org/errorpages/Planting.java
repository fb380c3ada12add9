package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestDetails;
import org.errorpages.http.RequestDetails.Attribute;
import org.errorpages.http.RequestDetails.BodyPart;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;

/** What is told of a failure with a text in some places; the second time, so that what differs is told as well. */
record Planting(Way way, Set<Spot> spots, String text) {

    private static final ErrorPages PAGES = ErrorPages.of(Fixtures.config("mode", "development"));

    /** Whether something was thrown, with the text in every field, or a status was sent with it. */
    enum Way {
        THROWN,
        SENT
    }

    /** Where a text from outside may stand. */
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

    /** Returns the answer to a request of a thread that is named like the places. */
    String as(String form) {
        var thread = Thread.currentThread();
        var name = thread.getName();
        try {
            thread.setName("one " + at(Spot.THREAD));
            PAGES.answer(failure(), request(form));
            thread.setName("another " + at(Spot.THREAD));
            return PAGES.answer(failure(), request(form).withHeader("X-Again", at(Spot.HEADER)))
                    .text();
        } finally {
            thread.setName(name);
        }
    }

    String listed(String form) {
        assertThat(as("text/plain")).isNotEmpty();
        var list = new RequestSnapshot(
                "GET",
                DeveloperSettings.DEFAULT_INCIDENTS_PATH,
                null,
                Fixtures.asking(form, "en").headers(),
                "127.0.0.1",
                null);
        return PAGES.incidents(list).orElseThrow().text();
    }

    private String at(Spot spot) {
        return spots.contains(spot) ? text : "plain";
    }

    private Failure failure() {
        if (way == Way.SENT) {
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
        // Not from where it is thrown, of which there is a source that is shown.
        var thrown = new IllegalStateException("says " + at(Spot.MESSAGE), cause);
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.shop.Shop", "sell", "Shop.java", 7)});
        return Failure.thrown(thrown);
    }

    private RequestSnapshot request(String form) {
        return new RequestSnapshot(
                        "M" + at(Spot.METHOD),
                        "/" + at(Spot.PATH),
                        whole(at(Spot.PARAMETER)) + "=" + whole(at(Spot.PARAMETER)),
                        Fixtures.asking(form, "en, " + at(Spot.LANGUAGE)).headers(),
                        "127.0.0.1",
                        at(Spot.HANDLER),
                        at(Spot.LANGUAGE))
                .withHeader("X" + at(Spot.HEADER_NAME), at(Spot.HEADER))
                .withHeader("Cookie", "a=" + whole(at(Spot.COOKIE)))
                .withDetails(details());
    }

    private RequestDetails details() {
        var traits = new EnumMap<RequestDetails.Trait, String>(RequestDetails.Trait.class);
        Stream.of(RequestDetails.Trait.values()).forEach(trait -> traits.put(trait, at(Spot.TRAIT)));
        traits.put(RequestDetails.Trait.THREAD, "of " + at(Spot.THREAD));
        return new RequestDetails(
                List.of(new NamedValue(at(Spot.FORM), at(Spot.FORM))),
                List.of(new Attribute(at(Spot.SESSION), at(Spot.SESSION_TYPE), null)),
                List.of(new Attribute(at(Spot.ATTRIBUTE), "java.lang.String", at(Spot.ATTRIBUTE_VALUE))),
                List.of(new BodyPart(at(Spot.PART), at(Spot.PART), at(Spot.PART), 7)),
                traits);
    }

    /** What parts one parameter or cookie from the next makes more of them, as it should. */
    private static String whole(String text) {
        return text.replace("&", "%26").replace(";", "%3B");
    }
}
