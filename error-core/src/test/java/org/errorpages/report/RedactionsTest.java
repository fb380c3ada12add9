package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.request.RequestFacts;
import org.junit.jupiter.api.Test;

/** A long text of a report is looked through once, and hidden and counted as often as it is told. */
final class RedactionsTest {

    private static final String LONG = "the order could not be stored, ".repeat(5);

    private final List<String> lookedThrough = new ArrayList<>();

    private String redact(String text) {
        lookedThrough.add(text);
        return text.replace("secret", "[hidden]");
    }

    @Test
    void longTextIsLookedThroughOnce() {
        var redactions = Redactions.ofOneReport();

        assertThat(redactions.of(LONG + "secret", this::redact)).endsWith("[hidden]");
        assertThat(redactions.of(LONG + "secret", this::redact)).endsWith("[hidden]");
        assertThat(lookedThrough).hasSize(1);
    }

    @Test
    void whatOutlivesAReportRemembersNothing() {
        Redactions.none().of(LONG, this::redact);
        Redactions.none().of(LONG, this::redact);

        assertThat(lookedThrough).hasSize(2);
        assertThat(Redactions.none().known()).isEmpty();
    }

    @Test
    void noReportMakesItRememberMoreAndMore() {
        var redactions = Redactions.ofOneReport();

        for (int i = 0; i < 1_000; i++) {
            redactions.of(LONG + i, this::redact);
        }

        assertThat(redactions.known()).hasSize(256);
    }

    @Test
    void receiptCountsATextAsOftenAsItIsTold() {
        var redactor = Redactor.standard().of(RequestFacts.of("GET", "/"));

        redactor.text(LONG + "password=abc");
        redactor.text(LONG + "password=abc");

        assertThat(redactor.receipt()).containsExactly(new Hidden("secret", 2));
    }
}
