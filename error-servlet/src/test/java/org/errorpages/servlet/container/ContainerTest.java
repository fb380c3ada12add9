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
final class ContainerTest {

    private static final String DISPATCHER = "org.apache.catalina.core.ApplicationDispatcher";
    private static final String FILTER = ErrorPageFilter.class.getName();

    @Test
    void theContainerIsDetectedByTheClassOfItsContext() {
        assertThat(Container.of(ApplicationContextFacade.class)).isInstanceOf(Tomcat.class);
        assertThat(Container.of(ServletContextHandler.ServletContextApi.class)).isInstanceOf(Jetty.class);
        assertThat(Container.of(ServletContextImpl.class)).isInstanceOf(Undertow.class);
    }

    @Test
    void theContainerIsDetectedInProductsBuiltOnIt() {
        var context = new ApplicationContextFacade(null) {};

        assertThat(context.getClass().getName()).startsWith("org.errorpages.");
        assertThat(Container.of(context)).isInstanceOf(Tomcat.class);
    }

    @Test
    void anUnknownContainerFollowsTheSpecificationAndLogs() {
        var container = Container.of(new FakeServletContext().context());

        assertThat(container).isInstanceOf(Container.Unknown.class);
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
        assertThat(new Jetty().dispatchesErrorsOf(method)).isFalse();
        assertThat(new Tomcat().dispatchesErrorsOf(method)).isTrue();
        assertThat(new Undertow().dispatchesErrorsOf(method)).isTrue();
    }

    @Test
    void stackTracesOfNetworkFailuresAreNotLogged() {
        var deep = new IllegalStateException(new ServletException(new TimeoutException()));

        assertThat(new Jetty().logsStackTrace(deep)).isFalse();
        assertThat(new Jetty().logsStackTrace(new IllegalStateException())).isTrue();
        assertThat(new Undertow().logsStackTrace(new IOException())).isFalse();
        assertThat(new Undertow().logsStackTrace(new ServletException(new IOException())))
                .isTrue();
        assertThat(new Tomcat().logsStackTrace(new IOException())).isTrue();
    }

    @Test
    void tomcatHasLoggedAnExceptionThatPassedItsDispatcherBeforeTheFilter() {
        var tomcat = new Tomcat();

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

        assertThat(new Tomcat()
                        .hasLoggedStackTrace(thrownThrough(new OutOfMemoryError(), DISPATCHER), ErrorPageFilter.class))
                .isFalse();
        assertThat(new Tomcat().hasLoggedStackTrace(thrownThrough(gone, DISPATCHER), ErrorPageFilter.class))
                .isFalse();
        assertThat(new Tomcat()
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
