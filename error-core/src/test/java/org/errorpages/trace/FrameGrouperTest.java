package org.errorpages.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.describe.Fixtures;
import org.errorpages.report.FrameReport;
import org.errorpages.trace.FrameGrouper.FrameGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the names of frame groups and which groups are folded. */
final class FrameGrouperTest {

    private final List<FrameReport> frames = new ArrayList<>();

    @Test
    void containerFramesAreFoldedUnderNameAndVersion() {
        application("shop.Servlet");
        for (int i = 0; i < 5; i++) {
            library("org.eclipse.jetty.ee11.servlet.ServletHolder", "handle", "jetty-ee11-servlet 12.1.14");
        }

        assertThat(groups())
                .extracting(FrameGroup::name, FrameGroup::folded, group -> group.frames()
                        .size())
                .containsExactly(
                        tuple("own code", false, 1),
                        tuple("servlet container (jetty-ee11-servlet 12.1.14)", false, 2),
                        tuple("servlet container (jetty-ee11-servlet 12.1.14)", true, 3));
    }

    @Test
    void innermostFramesAndTheCallFromApplicationCodeAreVisible() {
        for (int i = 0; i < 10; i++) {
            library("org.acme.Pool", "get" + i, "acme-pool 1.0");
        }
        application("shop.Till");

        assertThat(groups())
                .extracting(FrameGroup::folded, group -> group.frames().get(0).method(), group -> group.frames()
                        .size())
                .containsExactly(
                        tuple(false, "get0", 3),
                        tuple(true, "get3", 6),
                        tuple(false, "get9", 1),
                        tuple(false, "call", 1));
    }

    @Test
    void aFilterChainNamesItsFiltersInCallOrder() {
        application("shop.Servlet");
        application("shop.Servlet");
        application("shop.Servlet");
        for (var filter : List.of("org.acme.Gzip", "org.acme.Login", "org.acme.Trace")) {
            library("org.apache.catalina.core.ApplicationFilterChain", "internalDoFilter", "catalina 11");
            library("org.apache.catalina.core.ApplicationFilterChain", "doFilter", "catalina 11");
            library(filter, "doFilterInternal", null);
            library("org.springframework.web.filter.OncePerRequestFilter", "doFilter", "spring-web 7.0.1");
        }

        assertThat(groups())
                .extracting(FrameGroup::name)
                .containsExactly("own code", "filter chain: Trace > Login > Gzip");
    }

    @Test
    void aFilterChainWithoutFiltersBelongsToTheContainer() {
        application("shop.Servlet");
        library("org.eclipse.jetty.ee11.servlet.ServletHandler$Chain", "doFilter", null);
        library("org.eclipse.jetty.ee11.servlet.FilterHolder", "doFilter", null);

        assertThat(groups()).extracting(FrameGroup::name).containsExactly("own code", "servlet container");
    }

    @Test
    void groupsOfLibraryFramesAreNamedAfterTheirCategory() {
        application("shop.Servlet");
        for (int i = 0; i < 3; i++) {
            library("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", "java.base 17.0.15");
        }
        for (int i = 0; i < 3; i++) {
            library("org.springframework.aop.framework.CglibAopProxy", "intercept", "spring-aop 7.0.1");
        }
        for (int i = 0; i < 3; i++) {
            library("java.util.ArrayList", "forEach", "java.base 17.0.15");
        }
        for (int i = 0; i < 3; i++) {
            library("com.other.deep.Thing", "call", null);
        }
        library("java.lang.Thread", "run", "java.base 17.0.15");

        assertThat(groups())
                .extracting(FrameGroup::name)
                .containsSubsequence(
                        "own code",
                        "reflection (java.base 17.0.15)",
                        "proxy (spring-aop 7.0.1)",
                        "JDK (java.base 17.0.15)",
                        "library com.other",
                        "thread (java.base 17.0.15)");
    }

    @Test
    void reflectionBetweenApplicationFramesIsFolded() {
        application("shop.Till");
        for (int i = 0; i < 3; i++) {
            library("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", "java.base 17.0.15");
        }
        application("shop.Servlet");

        assertThat(groups())
                .extracting(FrameGroup::folded, group -> group.frames().size())
                .containsExactly(tuple(false, 1), tuple(true, 3), tuple(false, 1));
    }

    @Test
    void reflectionThatFailsItselfIsVisible() {
        for (int i = 0; i < 3; i++) {
            library("java.lang.reflect.Method", "invoke", "java.base 17.0.15");
        }
        application("shop.Servlet");

        assertThat(groups())
                .extracting(FrameGroup::folded, group -> group.frames().size())
                .containsExactly(tuple(false, 3), tuple(false, 1));
    }

    @Test
    void aJdkCallDoesNotSplitALibraryGroup() {
        application("shop.Till");
        for (int i = 0; i < 3; i++) {
            library("org.acme.Pool", "get", "acme-pool 1.0");
            library("java.util.Optional", "map", "java.base 17.0.15");
        }
        library("org.acme.Pool", "get", "acme-pool 1.0");

        assertThat(groups()).extracting(FrameGroup::name).containsOnly("own code", "library acme-pool 1.0");
    }

    @Test
    void groupNamesAreLocalised() {
        application("shop.Till");

        assertThat(new FrameGrouper(frames, List.of(), Fixtures.KOREAN).groups())
                .extracting(FrameGroup::name)
                .containsExactly("애플리케이션 코드");
    }

    @Test
    void everyFrameIsInOneGroupInTheOriginalOrder() {
        for (int i = 0; i < 60; i++) {
            if (i % 7 == 3) {
                application("shop.Any" + i);
            } else {
                library(i % 5 == 0 ? "java.util.List" : "org.acme" + i % 2 + ".Pool", "call" + i, null);
            }
        }

        assertThat(groups()).flatExtracting(FrameGroup::frames).containsExactlyElementsOf(frames);
    }

    @Test
    void aTraceWithoutFramesHasNoGroups() {
        assertThat(groups()).isEmpty();
    }

    private List<FrameGroup> groups() {
        return new FrameGrouper(frames, List.of(), Fixtures.ENGLISH).groups();
    }

    private void application(String className) {
        frames.add(new FrameReport(className, "call", "Any.call", "Any.java:1", true, null, null, null));
    }

    private void library(String className, String method, @Nullable String library) {
        frames.add(new FrameReport(className, method, "Any." + method, "Any.java:1", false, library, null, null));
    }
}
