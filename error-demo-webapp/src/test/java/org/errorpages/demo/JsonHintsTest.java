package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the hints for JSON that Jackson's data binding rejects. */
final class JsonHintsTest {

    private static final ErrorPages PAGES = ErrorPages.of(ErrorPagesConfig.from(Map.of("mode", "development")));
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Wish(String title, int copies) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"Emma\", \"copies\": \"two\"} | en | The JSON does not fit the class",
                "{\"title\": \"Emma\", \"copies\": \"two\"} | ko | JSON이 클래스와 맞지 않습니다",
                "{\"title\": \"Emma\", \"copies\": 2,} | en | This is no JSON: line 1, column 31",
                "{\"title\": \"Emma\", \"copies\": 2,} | ko | JSON이 아닙니다: 1번째 줄, 31번째 칸"
            })
    void rejectedJsonGetsItsHint(String json, String language, String title) {
        var request = RequestSnapshot.of("POST", "/wishes")
                .withRemoteAddress("127.0.0.1")
                .withHeader("Host", "localhost")
                .withHeader("Accept", "text/plain")
                .withHeader("Accept-Language", language);

        var thrown = catchThrowable(() -> JSON.readValue(json, Wish.class));

        assertThat(PAGES.answer(Failure.thrown(thrown), request).text()).contains("): " + title + "\n");
    }
}
