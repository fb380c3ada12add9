package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A rule that is read when its class is met is the one that stands in the file. */
final class ShippedRulesTest {

    private final ShippedRules rules = ShippedRules.read();

    @Test
    void theRulesOfEachClassAreThoseOfTheWholeFile() {
        assertThat(rules.all()).extracting(Rule::className).hasSizeGreaterThan(500);
        assertThat(rules.all().stream()
                        .map(Rule::className)
                        .distinct()
                        .flatMap(name -> rules.of(name).stream())
                        .map(rule -> rule.source() + " " + rule))
                .containsExactlyInAnyOrderElementsOf(rules.all().stream()
                        .map(rule -> rule.source() + " " + rule)
                        .toList());
    }

    @Test
    void aClassWithoutRulesIsKnownToHaveNone() {
        assertThat(rules.know("java.net.ConnectException")).isTrue();
        assertThat(rules.know("com.acme.OrderException")).isFalse();
        assertThat(rules.of("com.acme.OrderException")).isEmpty();
    }
}
