package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.errorpages.classify.ErrorMap;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.Test;

/** Tests that docs/error-map.md shows the current output of explain. */
final class ErrorMapDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("```\\R(\\d{3} .*?)\\R```", Pattern.DOTALL);
    private static final RequestSnapshot ORDER = RequestSnapshot.of("POST", "/orders");

    @SuppressWarnings("serial")
    private static final class OrderFailedException extends RuntimeException {
        OrderFailedException(Throwable cause) {
            super("order 7", cause);
        }
    }

    @Test
    void theDocumentShowsTheCurrentExplanations() throws IOException {
        assertThat(shown())
                .describedAs("the explanations in docs/error-map.md; the expected text is the right one")
                .containsExactly(
                        explain(
                                ErrorMap.builtIn(),
                                new UpstreamException("payments", new HttpTimeoutException("request timed out"))),
                        explain(ErrorMap.builtIn(), new SQLTransientConnectionException("pool is exhausted")),
                        explain(
                                ErrorMap.builtIn()
                                        .overruledBy(
                                                "java.lang.IllegalArgumentException = 400",
                                                "/WEB-INF/error-map.properties"),
                                new IllegalArgumentException("quantity")));
    }

    private static List<String> shown() throws IOException {
        var document = Files.readString(Path.of("..", "docs", "error-map.md"));
        return BLOCK.matcher(document)
                .results()
                .map((MatchResult block) -> block.group(1).replace("\r\n", "\n"))
                .toList();
    }

    private static String explain(ErrorMap map, Throwable cause) {
        return Fixtures.builder()
                .errorMap(map)
                .build()
                .explain(new OrderFailedException(cause), ORDER)
                .toString()
                .replace(OrderFailedException.class.getName(), "shop.OrderFailedException");
    }
}
