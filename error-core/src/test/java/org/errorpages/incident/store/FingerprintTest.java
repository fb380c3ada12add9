package org.errorpages.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.http.RequestSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which failures count as similar. */
final class FingerprintTest {

    @Test
    void anEditDoesNotChangeTheFingerprint() {
        assertThat(of(Incidents.thrown("Shop", "order", 17))).isEqualTo(of(Incidents.thrown("Shop", "order", 42)));
    }

    @ParameterizedTest
    @CsvSource({
        "Shop$$Lambda/0x00007f01, apply, Shop$$Lambda/0x00009a02, apply",
        "Shop$$Lambda$14/0x00007f01, apply, Shop$$Lambda$15/0x00009a02, apply",
        "Shop, lambda$order$3, Shop, lambda$order$4",
        "Shop$$SpringCGLIB$$0, order, Shop$$SpringCGLIB$$1, order",
        "Shop$$EnhancerBySpringCGLIB$$1a2b, order, Shop, order",
        "Shop_$$_jvst1a_3, order, Shop, order",
        "Shop$HibernateProxy$aBcD, order, Shop, order",
        "$Proxy12, order, $Proxy31, order",
        "Shop$1, run, Shop$2, run"
    })
    void aGeneratedClassCountsAsItsOriginal(String one, String oneMethod, String other, String otherMethod) {
        assertThat(of(Incidents.thrown(one, oneMethod, 1))).isEqualTo(of(Incidents.thrown(other, otherMethod, 1)));
    }

    @Test
    void anotherClassOrMethodIsAnotherFailure() {
        assertThat(of(Incidents.thrown("Shop", "order", 17)))
                .isNotEqualTo(of(Incidents.thrown("Shop", "refund", 17)))
                .isNotEqualTo(of(Incidents.thrown("Till", "order", 17)));
    }

    @Test
    void theRootCauseCountsAndWrappersDoNot() {
        var root = Incidents.thrown("Shop", "order", 17);
        var other = new IllegalArgumentException("order 17 is closed");
        other.setStackTrace(root.getStackTrace());

        assertThat(of(new IllegalStateException(root))).isEqualTo(of(new IllegalStateException("again", root)));
        assertThat(of(new IllegalStateException(root))).isNotEqualTo(of(new IllegalStateException(other)));
    }

    @Test
    void theLengthIsBounded() {
        var thrown = new IllegalStateException();
        thrown.setStackTrace(Stream.of("a", "b", "c", "d", "e")
                .map(name -> Incidents.thrown("A".repeat(500_000), name.repeat(500_000), 1))
                .map(one -> one.getStackTrace()[1])
                .toArray(StackTraceElement[]::new));

        assertThat(of(thrown)).hasSizeLessThan(2_100);
    }

    private static String of(Throwable thrown) {
        var incident = Incidents.incident(1, thrown, RequestSnapshot.of("GET", "/"));
        return RecurrenceCounter.fingerprint(
                Objects.requireNonNull(Incidents.report(incident).developer()));
    }
}
