package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.status.Verdict.RuleRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a.B = 503                                      | a.B = 503",
                "a.B=503                                        | a.B = 503",
                "\"  a.B  =  503  \"                            | a.B = 503",
                "a.B$C = 404                                    | a.B$C = 404",
                "a.B = transparent                              | a.B = transparent",
                "a.B = aborted                                  | a.B = aborted",
                "a.B = self                                     | a.B = self",
                "a.B = upstream                                 | a.B = upstream",
                "a.B@self = 503                                 | a.B@self = 503",
                "a.B@upstream=502                               | a.B@upstream = 502",
                "a.B = 503; rethrow                             | a.B = 503; rethrow",
                "a.B = 502; proxy=dns_error                     | a.B = 502; proxy=dns_error",
                "a.B = 502 ; proxy = dns_error ; rethrow        | a.B = 502; proxy=dns_error; rethrow",
                "a.B[message=cause] = transparent               | a.B[message=cause] = transparent",
                "a.B[message*=no space left] = 507              | a.B[message*=no space left] = 507",
                "a.B[cause*=SizeLimitExceeded] = transparent    | a.B[cause*=SizeLimitExceeded] = transparent",
                "a.B[message*=a=b] = 500                        | a.B[message*=a=b] = 500",
                "a.B[sqlstate^=08P] = 503                       | a.B[sqlstate^=08P] = 503",
                "a.B[frame^=okhttp3.] = 502                     | a.B[frame^=okhttp3.] = 502",
                "a.B@upstream[message*=x] = 504; proxy=dns_error | a.B@upstream[message*=x] = 504; proxy=dns_error",
                "a.B@client = 408                               | a.B@client = 408",
                "a.B = opaque                                   | a.B = opaque",
                "a.B = client                                   | a.B = client",
                "a.B = upstream; mode=network                   | a.B = upstream; mode=network",
                "a.B = status-from getStatus.value              | a.B = status-from getStatus.value",
                "a.B = upstream-status-from code; retry-after=header(Retry-After) | a.B = upstream-status-from code;"
                        + " retry-after=header(Retry-After)",
                "a.B[getStatus.getCode=UNAVAILABLE] = 503       | a.B[getStatus.getCode=UNAVAILABLE] = 503",
                "a.B = 409; any-side                            | a.B = 409; any-side"
            })
    void everyFormOfALineIsParsed(String line, String rule) {
        assertThat(parse(line)).singleElement().hasToString(rule);
    }

    @Test
    void optionsSetRankSideAndRetryAfter() {
        var rule = parse("a.B = 503; rank=fallback; side=upstream; retry-after=3600")
                .get(0);

        assertThat(rule.sideToSet()).isEqualTo(FaultSide.UPSTREAM);
        assertThat(rule.onSide()).isEqualTo(FaultSide.UPSTREAM);
        assertThat(answer(rule).rank()).isEqualTo(RuleRank.FALLBACK);
        assertThat(answer(rule).retryAfter().fixed()).isEqualTo(Duration.ofHours(1));
        assertThat(answer(rule).disposition()).isEqualTo(Disposition.ANSWER);
    }

    @Test
    void aSideAsTheEffectSetsTheSide() {
        assertThat(parse("a.B = self").get(0).sideToSet()).isEqualTo(FaultSide.SELF);
        assertThat(parse("a.B = upstream").get(0).sideToSet()).isEqualTo(FaultSide.UPSTREAM);
        assertThat(parse("a.B = 503").get(0).sideToSet()).isNull();
    }

    @Test
    void theDefaultRankIsDeclaredForTheApplicationAndExactForTheBuiltInFile() {
        var ofApplication =
                RuleParser.parse("a.B = 503", "f", Rule.Source.BUILT_IN + 1).get(0);
        var builtIn = RuleParser.parse("a.B = 503", "f", Rule.Source.BUILT_IN).get(0);

        assertThat(answer(ofApplication).rank()).isEqualTo(RuleRank.DECLARED);
        assertThat(answer(builtIn).rank()).isEqualTo(RuleRank.EXACT);
    }

    @Test
    void commentsAndBlankLinesAreSkippedButCounted() {
        var rules = parse("# a comment\r\n\r\n   # another\r\n\ta.B = 503\r\n\r\na.C = 504\r\n");

        assertThat(rules).extracting(Rule::toString).containsExactly("a.B = 503", "a.C = 504");
        assertThat(rules)
                .extracting(rule -> rule.source().toString())
                .containsExactly("f.properties:4", "f.properties:6");
    }

    @Test
    void anEmptyTextHasNoRules() {
        assertThat(parse("")).isEmpty();
    }

    @Test
    void rulesForAClassMayDifferInSideOrCondition() {
        assertThat(parse("a.B = 500\na.B@self = 503\na.B@upstream = 502\na.B[message*=x] = 501\na.B[message*=y] = 505"))
                .hasSize(5);
    }

    private static List<Rule> parse(String text) {
        return RuleParser.parse(text, "f.properties", Rule.Source.BUILT_IN + 1);
    }

    private static Rule.Effect.Answer answer(Rule rule) {
        return (Rule.Effect.Answer) rule.effect();
    }
}
