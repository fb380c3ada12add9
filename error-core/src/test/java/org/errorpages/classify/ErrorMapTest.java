package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;
import java.util.Optional;
import org.errorpages.status.FaultSide;
import org.errorpages.throwable.SafeThrowable;
import org.junit.jupiter.api.Test;

final class ErrorMapTest {

    private interface Elder {}

    private interface Marker extends Elder {}

    private static class Base extends IOException implements Marker {
        private static final long serialVersionUID = 1;

        Base(String message) {
            super(message);
        }
    }

    private static final class Derived extends Base {
        private static final long serialVersionUID = 1;

        Derived(String message) {
            super(message);
        }
    }

    private static final String BASE = Base.class.getName();

    private static final String DERIVED = Derived.class.getName();

    private static final String MARKER = Marker.class.getName();

    private static final String ELDER = Elder.class.getName();

    @Test
    void theNearestClassWins() {
        assertThat(ruleFor(new Derived(""), "java.io.IOException = 501\n%s = 503\n%s = 505".formatted(BASE, DERIVED)))
                .isEqualTo(DERIVED + " = 505");
        assertThat(ruleFor(new Derived(""), "java.io.IOException = 501\n%s = 503".formatted(BASE)))
                .isEqualTo(BASE + " = 503");
        assertThat(ruleFor(new Derived(""), "java.lang.Exception = 501")).isEqualTo("java.lang.Exception = 501");
    }

    @Test
    void interfacesComeAfterAllSuperclasses() {
        assertThat(ruleFor(new Derived(""), "%s = 503\njava.lang.Throwable = 501".formatted(MARKER)))
                .isEqualTo("java.lang.Throwable = 501");
        assertThat(ruleFor(new Derived(""), "%s = 501\n%s = 503".formatted(ELDER, MARKER)))
                .isEqualTo(MARKER + " = 503");
        assertThat(ruleFor(new Derived(""), "%s = 501".formatted(ELDER))).isEqualTo(ELDER + " = 501");
    }

    @Test
    void aRuleWithAConditionIsTriedBeforeOneWithout() {
        assertThat(ruleFor(new Base("disk full"), "%s = 500\n%1$s[message*=full] = 507".formatted(BASE)))
                .isEqualTo(BASE + "[message*=full] = 507");
        assertThat(ruleFor(new Base("other"), "%s[message*=full] = 507\n%1$s = 500".formatted(BASE)))
                .isEqualTo(BASE + " = 500");
    }

    @Test
    void aLongerConditionIsTriedBeforeAShorterOne() {
        assertThat(ruleFor(
                        new Base("disk full"),
                        "%s[message*=full] = 507\n%1$s[message*=disk full] = 503".formatted(BASE)))
                .isEqualTo(BASE + "[message*=disk full] = 503");
    }

    @Test
    void aRuleForASideIsTriedBeforeOneForAnySide() {
        var rules = "%s = 500\n%1$s@upstream = 502\n%1$s@self = 503".formatted(BASE);
        var map = map(rules);

        assertThat(Failures.ruleFor(map, new Base(""), FaultSide.SELF).orElseThrow())
                .hasToString(BASE + "@self = 503");
        assertThat(Failures.ruleFor(map, new Base(""), FaultSide.UPSTREAM).orElseThrow())
                .hasToString(BASE + "@upstream = 502");
        assertThat(Failures.ruleFor(map, new Base(""), FaultSide.CLIENT).orElseThrow())
                .hasToString(BASE + " = 500");
    }

    @Test
    void aRuleForASupertypeIsTriedIfTheNearestOneDoesNotMatch() {
        assertThat(ruleFor(new Derived("x"), "%s[message*=y] = 507\n%s = 503".formatted(DERIVED, BASE)))
                .isEqualTo(BASE + " = 503");
        assertThat(ruleFor(new Derived("x"), "%s@upstream = 502\n%s = 503".formatted(DERIVED, BASE)))
                .isEqualTo(BASE + " = 503");
    }

    @Test
    void transparentAppliesToExactlyTheClass() {
        var map = map(BASE + " = transparent");

        assertThat(Failures.ruleFor(map, new Base(""), FaultSide.SELF).orElseThrow())
                .hasToString(BASE + " = transparent");
        assertThat(Failures.ruleFor(map, new Derived(""), FaultSide.SELF)).isEmpty();
    }

    @Test
    void aRuleThatOnlySetsTheSideYieldsNoVerdict() {
        var map = map(BASE + " = upstream");

        assertThat(Failures.ruleFor(map, new Derived(""), FaultSide.SELF)).isEmpty();
        assertThat(sideOf(map, new SafeThrowable(new Derived("")))).contains(FaultSide.UPSTREAM);
    }

    @Test
    void theNearestRuleWithASideSetsTheSide() {
        var map = map("%s = 503\n%s = 502; side=upstream\njava.io.IOException = self".formatted(DERIVED, BASE));

        assertThat(sideOf(map, new SafeThrowable(new Derived("")))).contains(FaultSide.UPSTREAM);
        assertThat(sideOf(map, new SafeThrowable(new IOException()))).contains(FaultSide.SELF);
        assertThat(sideOf(map, new SafeThrowable(new IllegalStateException()))).isEmpty();
    }

    @Test
    void theMapDoesNotRetainTheClassLoaderOfAnException() throws Exception {
        var map = map("");
        var loader = new WeakReference<>(loaderOfAClassWithRules(map));

        for (int i = 0; i < 100 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(loader.get()).isNull();
    }

    private static ClassLoader loaderOfAClassWithRules(ErrorMap map) throws Exception {
        var here = ErrorMapTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (var loader = new URLClassLoader(new URL[] {here}, null)) {
            assertThat(map.rulesOf(loader.loadClass(Base.class.getName()))).isNotEmpty();
            return loader;
        }
    }

    private static ErrorMap map(String rules) {
        return ErrorMap.builtIn().overruledBy(rules, "app.properties");
    }

    private static String ruleFor(Throwable throwable, String rules) {
        return Failures.ruleFor(map(rules), throwable, FaultSide.SELF)
                .orElseThrow()
                .toString();
    }

    private static Optional<FaultSide> sideOf(ErrorMap map, SafeThrowable suspect) {
        return Failures.sideRule(map, suspect.throwable()).map(rule -> Objects.requireNonNull(rule.sideToSet()));
    }
}
