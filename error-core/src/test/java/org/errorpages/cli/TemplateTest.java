package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TemplateTest {

    private static final Map<String, String> WORDS = Map.of("root", "/srv", "policy", "a @root@ $1 \\");
    private static final List<Map<String, String>> ROWS =
            List.of(Map.of("code", "502"), Map.of("wish", "no", "tag", "nb"), Map.of("code", "504"));

    @Test
    void aLineWithWordsIsFilledOnceAndNotReadAgain() {
        assertThat(new Template("include @root@/x; # @policy@").filled(WORDS, ROWS))
                .isEqualTo("include /srv/x; # a @root@ $1 \\\n");
    }

    @Test
    void aLineWithWordsOfRowsIsRepeatedForEachThatKnowsThem() {
        assertThat(new Template("a\n@code@ @root@ @code@\n@wish@ @tag@\nz").filled(WORDS, ROWS))
                .isEqualTo("a\n502 /srv 502\n504 /srv 504\nno nb\nz\n");
    }

    @Test
    void aLineWithoutWordsStaysAsItIs() {
        assertThat(new Template("@errorpages file {\n\n\t$a\n").filled(WORDS, ROWS))
                .isEqualTo("@errorpages file {\n\n\t$a\n");
    }
}
