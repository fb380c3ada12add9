package org.errorpages.container.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerMaskTest {

    private static final AnswerMask MASK = new AnswerMask();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Number to quote: 7K3M-9QTB-4WXC | Number to quote: <incident>",
                "urn:uuid:721a7715-5730-4bf4-bf1b-8d4e58b7bdcb | urn:uuid:<uuid>",
                "first 2026-11-30T23:44:20.096594629Z; last 2026-11-30T23:43:49Z | first <time>; last <time>",
                "Date: Mon, 30 Nov 2026 23:43:49 GMT | Date: <time>",
                "23:53 UTC부터 2번째 | <clock> UTC부터 2번째",
                "Content-Length: 4869 | Content-Length: <n>",
                "date: Mon, 30 Nov 2026 23:43:49 GMT | date: <time>",
                "ETag: W/\"37-1796087584777\" | ETag: W/\"37-<time>\"",
                "Retry-After: 2 | Retry-After: <spread>",
                "Retry-After: 600 | Retry-After: 600",
                "timed out after 1001ms | timed out after <n>ms",
                "스레드: qtp773238925-22 | 스레드: <varies>",
                "Memory used: 74 / 5827 MiB | Memory used: <varies>",
                "nc -vz 127.0.0.1 35041 | nc -vz 127.0.0.1 <port>",
                "127\\.0.0.1:35041에서 | 127\\.0.0.1:<port>에서",
                "java.lang.Object@1b2c3d4e | java.lang.Object@<hash>",
                "HintServlet.lambda$doGet$3 | HintServlet.lambda$doGet$<n>",
                "(error-map.properties:160) | (error-map.properties:<line>)",
                "PostageTable.cents (PostageTable.java:19) | PostageTable.cents (PostageTable.java:19)"
            })
    void masksNumbersThatDiffer(String answer, String masked) {
        assertThat(MASK.apply(answer)).isEqualTo(masked);
    }

    @Test
    void masksNamesOfTheFrameworkButNotOfTheApplications() {
        assertThat(MASK.apply("org.errorpages.status.UpstreamException$Kind, org.errorpages.demo.orders.OrderException"
                        + ", org.errorpages.conformance.ApplicationBasics$Checked"))
                .isEqualTo("<framework>, org.errorpages.demo.orders.OrderException"
                        + ", org.errorpages.conformance.ApplicationBasics$Checked");
    }

    @Test
    void masksFramesBelowTheApplicationAsOne() {
        assertThat(
                        MASK.apply(
                                """
                                  > org.errorpages.demo.web.GiftCardServlet.doGet (GiftCardServlet.java:24)
                                    jakarta.servlet.http.HttpServlet.service (HttpServlet.java:723) [jakarta.servlet-api 6.1.0]
                                    org.errorpages.servlet.ErrorPageFilter.<init> (ErrorPageFilter.java:66) [error-servlet 0.1.0]
                                    … 13 frames: servlet container
                                    … 10 frames: thread (java.base 17.0.15)
                                """))
                .isEqualTo(
                        """
                          > org.errorpages.demo.web.GiftCardServlet.doGet (GiftCardServlet.java:24)
                            <frames>
                        """);
    }

    @Test
    void masksFramesInJsonAndXml() {
        assertThat(MASK.apply("[\"a.B.c (B.java:1)\",\"org.eclipse.jetty.server.Server.handle (Server.java:197)\","
                        + "\"java.lang.Thread.run (Thread.java:840) [java.base 17]\"]"))
                .isEqualTo("[\"a.B.c (B.java:1)\",\"<frames>\"]");
        assertThat(MASK.apply("<i>org.apache.catalina.A.b (A.java:1)</i><i>io.undertow.A.b (A.java:1)</i>"))
                .isEqualTo("<i><frames></i>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</ol>\n\n", "<li><span title=\"io.undertow.B\"><b>B</b></span></li></ol>\n"})
    void masksFramesInHtmlFoldedOrNot(String rest) {
        var fold = "<details class=\"fold\"><summary>5 frames: thread</summary>\n<ol class=\"frames\" translate=\"no\">"
                + "<li><span title=\"java.lang.Thread\"><b>T</b></span></li></ol></details>\n\n";

        assertThat(MASK.apply("<ol class=\"frames\"><li>own</li>" + rest + fold + "</article>"))
                .isEqualTo("<ol class=\"frames\"><li>own</li></ol><frames></article>");
    }

    @Test
    void masksFramesOfStackTracesThatAContainerShows() {
        assertThat(
                        MASK.apply(
                                """
                                java.io.IOException: deep
                                \tat org.errorpages.conformance.A.b(A.java:4)
                                \tat jakarta.servlet.http.HttpServlet.service(HttpServlet.java:633)
                                \tat java.base/java.lang.Thread.run(Thread.java:840)
                                \t... 30 more
                                """))
                .isEqualTo(
                        """
                        java.io.IOException: deep
                        \tat org.errorpages.conformance.A.b(A.java:4)
                        \tat <frames>
                        \t... <n> more
                        """);
    }

    @Test
    void masksMessagesOfTheDemoThatNameTheStateOfItsThreads() {
        assertThat(MASK.apply("rejected Task Report[branch=Fish Market, books=java.util.Latch"))
                .isEqualTo("rejected <report>");
        assertThat(MASK.apply("last time\n    message: after 5 → after 7\n    header Accept: a → b\n"))
                .isEqualTo("last time\n    header Accept: a → b\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"name\":\"message\",\"before\":\"\\\"1ms\\\"\",\"now\":\"2ms\"},{\"name\":\"header\"}]",
                "[{\"name\":\"header\"}]"
            })
    void removesDifferencesOfMessagesFromJson(String differences) {
        assertThat(MASK.apply(differences)).isEqualTo("[{\"name\":\"header\"}]");
    }

    @Test
    void removesDifferencesOfMessagesFromXmlAndHtml() {
        assertThat(MASK.apply("<i><name>메시지</name><before>1ms</before><now>2ms</now></i><i><name>header</name></i>"))
                .isEqualTo("<i><name>header</name></i>");
        assertThat(MASK.apply("<span class=\"difference\" x>message <code>1ms</code> <span>→</span></span>\n</p>"))
                .isEqualTo("</p>");
        assertThat(MASK.apply("<tbody><tr><th scope=\"row\">메시지</th><td>1ms</td></tr></tbody>"))
                .isEqualTo("<tbody></tbody>");
    }

    @Test
    void replacesEmbeddedStyleByItsHash() {
        var masked = MASK.apply("<style>a{}</style>&lt;style&gt;a{}&lt;/style&gt;<style>b{}</style>");

        assertThat(masked).doesNotContain("a{}", "b{}").startsWith("<style>sha256:");
        assertThat(masked)
                .isNotEqualTo(MASK.apply("<style>a{}</style>&lt;style&gt;a{}&lt;/style&gt;<style>c{}</style>"));
    }

    @Test
    void leavesTextsOfPagesAlone() {
        var text = "503 Service Unavailable: The service is not available right now\n- Try again in 2 minutes.\n";

        assertThat(MASK.apply(text)).isEqualTo(text);
    }
}
