package org.errorpages.servlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.servlet.spec.ServletContextImpl;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.core.ApplicationContextFacade;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.errorpages.servlet.ErrorPageFilter;
import org.errorpages.servlet.FakeServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the detection of containers and their logging; the conformance suite verifies the facts. */
final class ContainerBehaviourTest {

    private static final String DISPATCHER = "org.apache.catalina.core.ApplicationDispatcher";
    private static final String FILTER = ErrorPageFilter.class.getName();

    @Test
    void theContainerIsDetectedByTheClassOfItsContext() {
        assertThat(ContainerBehaviour.of(ApplicationContextFacade.class)).isInstanceOf(TomcatBehaviour.class);
        assertThat(ContainerBehaviour.of(ServletContextHandler.ServletContextApi.class))
                .isInstanceOf(JettyBehaviour.class);
        assertThat(ContainerBehaviour.of(ServletContextImpl.class)).isInstanceOf(UndertowBehaviour.class);
    }

    @Test
    void theContainerIsDetectedInProductsBuiltOnIt() {
        var context = new ApplicationContextFacade(null) {};

        assertThat(context.getClass().getName()).startsWith("org.errorpages.");
        assertThat(ContainerBehaviour.of(context)).isInstanceOf(TomcatBehaviour.class);
    }

    @Test
    void anUnknownContainerFollowsTheSpecificationAndLogs() {
        var container = ContainerBehaviour.of(new FakeServletContext().context());

        assertThat(container).isInstanceOf(ContainerBehaviour.Unknown.class);
        assertThat(container.dispatchesErrorsOf("PUT")).isTrue();
        assertThat(container.sendsConnectionClose()).isTrue();
        assertThat(container.truncatesOnTimeout()).isTrue();
        assertThat(container.logsStackTrace(new IOException())).isTrue();
        assertThat(container.hasLoggedStackTrace(
                        thrownThrough(new IOException(), DISPATCHER, FILTER), ErrorPageFilter.class))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"})
    void jettyDispatchesNoErrorsOfUnusualMethods(String method) {
        assertThat(new JettyBehaviour().dispatchesErrorsOf(method)).isFalse();
        assertThat(new TomcatBehaviour().dispatchesErrorsOf(method)).isTrue();
        assertThat(new UndertowBehaviour().dispatchesErrorsOf(method)).isTrue();
    }

    @Test
    void stackTracesOfNetworkFailuresAreNotLogged() {
        var deep = new IllegalStateException(new ServletException(new TimeoutException()));

        assertThat(new JettyBehaviour().logsStackTrace(deep)).isFalse();
        assertThat(new JettyBehaviour().logsStackTrace(new IllegalStateException()))
                .isTrue();
        assertThat(new UndertowBehaviour().logsStackTrace(new IOException())).isFalse();
        assertThat(new UndertowBehaviour().logsStackTrace(new ServletException(new IOException())))
                .isTrue();
        assertThat(new TomcatBehaviour().logsStackTrace(new IOException())).isTrue();
    }

    @Test
    void tomcatHasLoggedAnExceptionThatPassedItsDispatcherBeforeTheFilter() {
        var tomcat = new TomcatBehaviour();

        assertThat(tomcat.hasLoggedStackTrace(
                        thrownThrough(new IOException(), "a.Page", DISPATCHER, FILTER), ErrorPageFilter.class))
                .isTrue();
        assertThat(tomcat.hasLoggedStackTrace(
                        thrownThrough(new IOException(), "a.Page", FILTER, DISPATCHER), ErrorPageFilter.class))
                .isFalse();
        assertThat(tomcat.hasLoggedStackTrace(thrownThrough(new IOException()), ErrorPageFilter.class))
                .isFalse();
    }

    @Test
    void tomcatHasNotLoggedErrorsAndDisconnects() {
        var gone = new ServletException(new ClientAbortException());

        assertThat(new TomcatBehaviour()
                        .hasLoggedStackTrace(thrownThrough(new OutOfMemoryError(), DISPATCHER), ErrorPageFilter.class))
                .isFalse();
        assertThat(new TomcatBehaviour().hasLoggedStackTrace(thrownThrough(gone, DISPATCHER), ErrorPageFilter.class))
                .isFalse();
        assertThat(new TomcatBehaviour()
                        .hasLoggedStackTrace(thrownThrough(new ServletException(), DISPATCHER), ErrorPageFilter.class))
                .isTrue();
    }

    private static Throwable thrownThrough(Throwable thrown, String... classes) {
        thrown.setStackTrace(Stream.of(classes)
                .map(type -> new StackTraceElement(type, "method", "File.java", 1))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }
}
