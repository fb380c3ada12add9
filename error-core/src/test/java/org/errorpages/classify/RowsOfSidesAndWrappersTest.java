package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.errorpages.classify.BuiltInRows.classify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.UpstreamMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the built-in map that say how to read what is below: sides, wrappers, ends. */
final class RowsOfSidesAndWrappersTest {

    private static final Classifier BLAMING = new Classifier(
            ErrorMap.builtIn().overruledBy(Blame.class.getName() + " = 409; any-side", "app.properties"));

    /** Blames the client. */
    @SuppressWarnings("serial")
    public static class Blame extends IOException {}

    static Stream<Rule> rows() {
        return Stream.of(sides(), wrappers(), ofLaterJdks()).flatMap(rows -> rows);
    }

    static Stream<Rule> sides() {
        return BuiltInRows.with(RuleEffect.SideOnly.class, any -> true);
    }

    static Stream<Rule> wrappers() {
        return BuiltInRows.with(RuleEffect.Transparent.class, any -> true)
                .filter(row -> !RowThrowables.isOfALaterJdk(row));
    }

    static Stream<Rule> ends() {
        return BuiltInRows.with(RuleEffect.Answer.class, RuleEffect.Answer::opaque)
                .filter(row -> row.onSide() == null);
    }

    static Stream<Rule> ofLaterJdks() {
        return BuiltInRows.all().stream().filter(RowThrowables::isOfALaterJdk);
    }

    /** The opposite is what is known before: a gateway where the row says self, none where it says upstream. */
    @ParameterizedTest
    @MethodSource
    void sides(Rule row) {
        var side = ((RuleEffect.SideOnly) row.effect()).side();
        var thrown = RowThrowables.of(row, new SocketTimeoutException("Read timed out"));

        var verdict = classify(thrown, side == FaultSide.SELF, row.mode());

        assertThat(verdict.faultSide()).isEqualTo(side);
        if (thrown.getClass().getName().equals(verdict.reason().decisiveClass())) {
            assertThat(verdict.reason().rule()).contains("@" + side.name().toLowerCase(Locale.ROOT));
        } else {
            assertThat(verdict.status().code())
                    .isEqualTo(side == FaultSide.CLIENT ? 408 : side == FaultSide.SELF ? 503 : 504);
        }
    }

    @ParameterizedTest
    @MethodSource("rowsOfModeNetwork")
    void aRawFailureOfTheNetworkIsOurOwnButInModeNetwork(Rule row) {
        var thrown = RowThrowables.of(row);

        assertThat(classify(thrown, false, UpstreamMode.NETWORK).faultSide()).isEqualTo(FaultSide.UPSTREAM);
        assertThat(classify(thrown, false, UpstreamMode.NETWORK).gateway()).isFalse();
        assertThat(classify(thrown, false, UpstreamMode.HTTP_CLIENTS).faultSide()).isEqualTo(FaultSide.SELF);
        assertThat(classify(thrown, false, UpstreamMode.EXPLICIT).faultSide()).isEqualTo(FaultSide.SELF);
    }

    static Stream<Rule> rowsOfModeNetwork() {
        return sides().filter(row -> row.mode() == UpstreamMode.NETWORK);
    }

    @ParameterizedTest
    @MethodSource
    void wrappers(Rule row) {
        assertThat(blame(RowThrowables.of(row, blameBelow(row)))).isEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource("wrappers")
    void aSubclassOfAWrapperHasAMeaningOfItsOwn(Rule row) {
        var subclass = Stubs.subclassOf(RowThrowables.type(row, 503));

        assertThat(blame(Throwables.of(subclass, "of its own", blameBelow(row))))
                .isNotEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource
    void ends(Rule row) {
        var thrown = RowThrowables.of(row, new ConnectException("stub"));

        assertThat(classify(thrown, false).status().code()).isEqualTo(500);
        assertThat(classify(thrown, true).reason().decisiveClass()).isEqualTo(row.className());
        assertThat(classify(thrown, false).reason().rule()).isEqualTo(row.text());
    }

    @ParameterizedTest
    @MethodSource
    void ofLaterJdks(Rule row) {
        assertThatThrownBy(() -> Class.forName(row.className())).isInstanceOf(ClassNotFoundException.class);
        assertThat(row.effect()).isInstanceOf(RuleEffect.Transparent.class);
    }

    @Test
    void withoutAWrapperInBetweenTheClientIsBlamed() {
        assertThat(blame(new Blame())).isEqualTo(409);
        assertThat(blame(new IllegalStateException("order 7", new Blame()))).isEqualTo(500);
    }

    /** Some wrappers are such only for causes of a name. */
    private static Throwable blameBelow(Rule row) {
        return row.condition().test() == RuleCondition.Test.CAUSE_CONTAINS
                ? Throwables.of(
                        Stubs.exception("stub." + row.condition().operand() + "Stub", Blame.class, Map.of()), null)
                : new Blame();
    }

    private static int blame(Throwable thrown) {
        return BLAMING.classify(Failure.thrown(thrown)).status().code();
    }
}
