package org.errorpages.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.describe.ReportFactory;
import org.errorpages.hint.Hint;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.MessagesLoader;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.report.Site;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that every hint is shown for its kind of failure, provoked for real where that is cheap. */
@Tag("thorough")
final class HintCasesTest {

    private static final Classifier CLASSIFIER = new Classifier(ErrorMap.builtIn());
    private static final Messages ENGLISH = SupportedLocales.builtIn().fallback();
    private static final Messages KOREAN =
            SupportedLocales.of(MessagesLoader.builtIn(), List.of("ko"), "ko").fallback();

    static Stream<HintCase> cases() {
        return Stream.of(LinkageHints.all(), JdkHints.all(), NetworkHints.all(), LibraryHints.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFailureGetsItsHint(HintCase failure) {
        var hints = hints(failure.thrown(), ENGLISH);

        var title = Stream.of(failure.title().split("\\{[a-z]+}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+"));
        var hint = hints.stream()
                .filter(told -> told.title().matches(title + "\\d*"))
                .findFirst();
        assertThat(hint).as("%s among %s", title, hints).isPresent();
        assertThat(hint.orElseThrow().title()).matches(shape(ENGLISH.get("hint." + failure.hint() + ".title")));
        var steps = String.join("\n", hint.orElseThrow().steps());
        assertThat(failure.steps()).allMatch(steps::contains);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noPlaceholderIsLeft(HintCase failure) {
        var thrown = failure.thrown();

        assertThat(hints(thrown, ENGLISH)).isNotEmpty().allMatch(HintCasesTest::isFilled);
        assertThat(hints(thrown, KOREAN)).hasSameSizeAs(hints(thrown, ENGLISH)).allMatch(HintCasesTest::isFilled);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aKoreanDeveloperReadsTheHintInKorean(HintCase failure) {
        var title = KOREAN.get("hint." + failure.hint() + ".title");

        assertThat(title).containsPattern("[가-힣]");
        assertThat(hints(failure.thrown(), KOREAN))
                .anyMatch(hint -> hint.title().matches(shape(title).pattern()));
    }

    @Test
    void noHintIsWithoutACase() {
        var named = HintNames.all();

        assertThat(cases().map(HintCase::hint).distinct()).containsExactlyInAnyOrderElementsOf(named);
    }

    private static boolean isFilled(Hint hint) {
        return !Pattern.compile("\\{[a-zA-Z]+}")
                .matcher(hint.title() + hint.text() + hint.steps())
                .find();
    }

    private static Pattern shape(String text) {
        return Pattern.compile(
                Stream.of(text.split("\\{[a-zA-Z]+}", -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    private static List<Hint> hints(Throwable thrown, Messages messages) {
        var failure = Failure.thrown(thrown);
        var incident = Incident.of(
                IncidentId.random(),
                Instant.EPOCH,
                failure,
                CLASSIFIER.classify(failure),
                RequestSnapshot.of("GET", "/"));
        var report = new ReportFactory(Site.UNNAMED, List.of()).createForDeveloper(incident, messages, messages);
        return Objects.requireNonNull(report.developer()).hints();
    }
}
