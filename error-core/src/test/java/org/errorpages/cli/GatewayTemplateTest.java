package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.errorpages.cli.GatewayConfigurations.Template;
import org.junit.jupiter.api.Test;

final class GatewayTemplateTest {

    private static final Map<String, String> WORDS = Map.of("root", "/srv", "policy", "a @root@ $1 \\");
    private static final List<Map<String, String>> ROWS =
            List.of(Map.of("code", "502"), Map.of("range", "no", "tag", "nb"), Map.of("code", "504"));

    @Test
    void insertedValuesAreNotParsedForPlaceholders() {
        assertThat(new Template("include @root@/x; # @policy@").fill(WORDS, ROWS))
                .isEqualTo("include /srv/x; # a @root@ $1 \\\n");
    }

    @Test
    void aLineWithRowPlaceholdersIsRepeatedForEachMatchingRow() {
        assertThat(new Template("a\n@code@ @root@ @code@\n@range@ @tag@\nz").fill(WORDS, ROWS))
                .isEqualTo("a\n502 /srv 502\n504 /srv 504\nno nb\nz\n");
    }

    @Test
    void aLineWithoutPlaceholdersIsUnchanged() {
        assertThat(new Template("@errorpages file {\n\n\t$a\n").fill(WORDS, ROWS))
                .isEqualTo("@errorpages file {\n\n\t$a\n");
    }
}
