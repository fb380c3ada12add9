package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MalformedRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a.B                       | 'a.B'                      | class[@side][condition] = effect;"
                        + " option=value",
                "a.B[message*=x = 503      | 'a.B[message*=x = 503'     | class[@side][condition] = effect;"
                        + " option=value",
                "= 503                     | ''                         | the binary name of a class",
                "java/net/X = 503          | 'java/net/X'               | the binary name of a class",
                "a b = 503                 | 'a b'                      | the binary name of a class",
                "a.B[x] = 503              | condition '[x]'            | [message*=text], [message=cause],"
                        + " [cause*=class], [sqlstate^=08], [frame^=package]",
                "a.B[message*=] = 503      | condition '[message*=]'    | [message*=text]",
                "a.B[cause*=] = 503        | condition '[cause*=]'      | [message*=text]",
                "a.B[message*=x]@self = 503 | 'a.B[message*=x]@self = 503' | class[@side][condition]",
                "a.B@server = 400          | side 'server'              | client, self, upstream",
                "a.B@ = 400                | side ''                    | client, self, upstream",
                "a.B@self@upstream = 400   | side 'self@upstream'       | client, self, upstream",
                "a.B = 503; side=client    | side 'client'              | self, upstream",
                "a.B =                     | ''                         | a status from 400 to 599, transparent,"
                        + " opaque, client, self, upstream, aborted",
                "a.B = 399                 | '399'                      | a status from 400 to 599",
                "a.B = 600                 | '600'                      | a status from 400 to 599",
                "a.B = 200                 | '200'                      | a status from 400 to 599",
                "a.B = -503                | '-503'                     | a status from 400 to 599",
                "a.B = 50000000000         | '50000000000'              | a status from 400 to 599",
                "a.B = Transparent         | 'Transparent'              | a status from 400 to 599",
                "a.B = 503 retry-after=2   | '503 retry-after=2'        | a status from 400 to 599",
                "a.B = 503; retry=2        | option 'retry=2'           | side=, mode=, rank=, when=, retry-after=,"
                        + " proxy=, any-side, opaque, rethrow",
                "a.B = 503;                | option ''                  | side=, mode=, rank=, when=, retry-after=,"
                        + " proxy=, any-side, opaque, rethrow",
                "a.B = 503; rank           | option 'rank'              | side=, mode=, rank=, when=, retry-after=,"
                        + " proxy=, any-side, opaque, rethrow",
                "a.B = 503; rank=declared  | rank 'declared'            | broad, exact, fallback",
                "a.B = 503; retry-after=0  | retry-after '0'            | seconds from 1 to 3600",
                "a.B = 503; retry-after=3601 | retry-after '3601'       | seconds from 1 to 3600",
                "a.B = 503; retry-after=2s | retry-after '2s'           | seconds from 1 to 3600",
                "a.B = transparent; rank=broad | option 'rank' with transparent | none",
                "a.B = opaque; rank=broad  | option 'rank' with opaque  | none",
                "a.B = aborted; retry-after=2 | option 'retry-after' with aborted | rank",
                "a.B = self; side=upstream | option 'side' with self    | mode",
                "a.B = upstream; rank=broad | option 'rank' with upstream | mode",
                "a.B = upstream; mode=all  | mode 'all'                 | explicit, http-clients, network",
                "a.B = 502; rethrow=yes    | option 'rethrow=yes'       | side=",
                "a.B = 502; proxy=         | option 'proxy='            | side=",
                "a.B = 503; retry-after=1; retry-after=2 | option 'retry-after=2' | side=",
                "a.B = status-from         | 'status-from'              | a status from 400 to 599",
                "a.B = status-from get Status     | method 'get Status'        | names of methods",
                "a.B = status-from a..b           | method 'a..b'              | names of methods",
                "a.B = upstream-status-from x(y       | method 'x(y'               | names of methods",
                "a.B = upstream-status-from getCode; proxy=x | option 'proxy' with upstream-status-from getCode |"
                        + " retry-after",
                "a.B[getCode=] = 503       | condition '[getCode=]'     | [message*=text]"
            })
    void aMalformedLineIsRejectedWithItsPositionAndTheAllowedValues(String line, String what, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("# first\na.A = 500\n" + line + "\na.Z = 500"))
                .withMessageStartingWith("f.properties:3: cannot read " + what + "; allowed: " + allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a.B = 409; through                | option 'through', which is now 'any-side'",
                "a.B = from getStatus              | 'from getStatus', which is now 'status-from'",
                "a.B = received getStatus          | 'received getStatus', which is now 'upstream-status-from'",
                "answered.429 = 503                | 'answered.429', which is now 'upstream-status.429'",
                "answered.4xx@self = 500           | 'answered.4xx', which is now 'upstream-status.4xx'",
                "answered.none = 502               | 'answered.none', which is now 'upstream-status.none'"
            })
    void aKeywordOfAnEarlierVersionIsRejectedWithItsNewName(String line, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(line))
                .withMessageStartingWith("f.properties:1: cannot read " + what + "; allowed: ");
    }

    @ParameterizedTest
    @CsvSource({"upstream-status.99", "upstream-status.6xx", "upstream-status.", "upstream-status.4xx.x"})
    void anInvalidUpstreamStatusIsRejected(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(name + " = 502"))
                .withMessage("f.properties:1: cannot read '" + name
                        + "'; allowed: upstream-status. with a status, 4xx, 5xx, other or none");
    }

    @Test
    void aSecondRuleForTheSameKeyIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("a.B@self = 503\na.B = 500\n\na.B@self = 504"))
                .withMessageStartingWith("f.properties:4: cannot read a second rule for 'a.B@self'");
    }

    @Property
    void anyTextIsEitherParsedOrRejectedWithItsPosition(@ForAll("texts") String text) {
        var thrown = catchThrowable(() -> parse(text));

        if (thrown != null) {
            var lines = text.split("\n", -1).length;
            assertThat(thrown)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(?s)f\\.properties:[1-9][0-9]*: cannot read .*; allowed: .+");
            assertThat(Integer.parseInt(String.valueOf(thrown.getMessage()).split(":", 3)[1]))
                    .isLessThanOrEqualTo(lines);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "java.io.IOException",
                "@",
                "self",
                "upstream",
                "[",
                "]",
                "message*=",
                "message=cause",
                "sqlstate^=08",
                "=",
                " = ",
                "404",
                "503",
                ";",
                "rank=",
                "broad",
                "side=",
                "retry-after=",
                "9",
                "proxy=",
                "rethrow",
                "transparent",
                "aborted",
                "#",
                "\n",
                "\r",
                " ",
                "\u0000",
                "한",
                "\ud800");
        var nearlyRules = pieces.list().ofMaxSize(20).map(list -> String.join("", list));
        return Arbitraries.oneOf(nearlyRules, Arbitraries.strings().ofMaxLength(60));
    }

    private static List<Rule> parse(String text) {
        return RuleParser.parse(text, "f.properties", Rule.Source.BUILT_IN + 1);
    }
}
