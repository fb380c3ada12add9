package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentNegotiatorPropertiesTest {

    private static final TestRepresentation PAGE = new TestRepresentation(MediaType.HTML, List.of());
    private static final TestRepresentation DATA = new TestRepresentation(
            MediaType.PROBLEM_JSON, List.of(MediaType.of("application/json"), MediaType.of("application/*+json")));
    private static final TestRepresentation WORDS = new TestRepresentation(MediaType.TEXT, List.of());
    private static final List<TestRepresentation> FORMS = List.of(PAGE, DATA, WORDS);
    private static final ContentNegotiator<TestRepresentation> NEGOTIATOR = new ContentNegotiator<>(FORMS);

    @Property
    void anyHeadersSelectOneOfTheRepresentations(
            @ForAll("accepts") List<String> lines, @ForAll String hint, @ForAll String agent) {
        var headers = RequestHeaders.none().plus("Sec-Fetch-Dest", hint).plus("User-Agent", agent);
        for (var line : lines) {
            headers = headers.plus("Accept", line);
        }

        var choice = NEGOTIATOR.choose(headers);

        assertThat(choice.representation()).isIn(FORMS);
        assertThat(choice.varyHeaders()).startsWith("Accept");
    }

    @Property
    void theChoiceAlwaysHasTheGreatestWeight(@ForAll("weights") List<Integer> weights) {
        var accept = "text/html;q=%s, application/json;q=%s, text/plain;q=%s"
                .formatted(weight(weights.get(0)), weight(weights.get(1)), weight(weights.get(2)));

        var chosen =
                NEGOTIATOR.choose(RequestHeaders.none().plus("Accept", accept)).representation();

        assertThat(weights.get(FORMS.indexOf(chosen))).isEqualTo(Collections.max(weights));
    }

    @Property
    void anUnofferedMemberHasNoEffect(@ForAll("member") String member) {
        var alone = RequestHeaders.none().plus("Accept", member);
        var accompanied = RequestHeaders.none().plus("Accept", member + ",nothing/offered");

        assertThat(NEGOTIATOR.choose(alone)).isEqualTo(NEGOTIATOR.choose(accompanied));
    }

    @Provide
    Arbitrary<String> member() {
        var types = Arbitraries.of(
                "text/html",
                "text/*",
                "*/*",
                "application/json",
                "application/*+json",
                "text/plain",
                "a/b",
                "json/",
                "*");
        var parameters = Arbitraries.of("", ";q=0", ";q=0.5", ";q=2", ";charset=utf-8", ";v=1", ";v=1;q=0", ";v=\"");
        return Combinators.combine(types, parameters).as(String::concat);
    }

    @Provide
    Arbitrary<List<String>> accepts() {
        var pieces = Arbitraries.of(
                "text/html",
                "text/*",
                "*/*",
                "*",
                "application/json",
                "application/*+json",
                "/",
                ";",
                "q=",
                ";q=0",
                ";q=0.5",
                "1.0000",
                ",",
                ", ",
                "\"",
                "\\",
                "=",
                " ",
                "\t",
                "\u0000",
                "é",
                "\ud83d");
        var nearlyAccept = pieces.list().ofMaxSize(25).map(list -> String.join("", list));
        return Arbitraries.oneOf(nearlyAccept, Arbitraries.strings().ofMaxLength(80))
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Integer>> weights() {
        return Arbitraries.integers().between(0, 1000).list().ofSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/x", "text/html;q=0.1", "\"", "a/b;c=\"\\", "*/*;q=0"})
    void tenThousandMembersAreParsedInBoundedTime(String member) {
        var headers = RequestHeaders.none().plus("Accept", (member + ",").repeat(10_000));

        var offer = assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> NEGOTIATOR.choose(headers).representation());

        assertThat(offer).isEqualTo(PAGE);
    }

    @Test
    void membersBeyondTheLimitAreIgnored() {
        var within = "a/b,".repeat(ContentNegotiator.Range.MAX_RANGES - 1) + "text/plain";
        var beyond = "a/b,".repeat(ContentNegotiator.Range.MAX_RANGES) + "text/plain";

        assertThat(NEGOTIATOR
                        .choose(RequestHeaders.none().plus("Accept", within))
                        .representation())
                .isEqualTo(WORDS);
        assertThat(NEGOTIATOR
                        .choose(RequestHeaders.none().plus("Accept", beyond))
                        .representation())
                .isEqualTo(PAGE);
    }

    @Test
    void charactersBeyondTheLimitAreIgnored() {
        var beyond = "a/" + "b".repeat(ContentNegotiator.Range.MAX_LENGTH) + ",text/plain";

        assertThat(NEGOTIATOR
                        .choose(RequestHeaders.none().plus("Accept", beyond))
                        .representation())
                .isEqualTo(PAGE);
    }

    private static String weight(int thousandths) {
        return thousandths == 1000 ? "1" : "0.%03d".formatted(thousandths);
    }
}
