package org.errorpages.servlet.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.servlet.FakeServletContext.type;

import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serial;
import org.errorpages.servlet.FakeServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the causes of an exception for which a page is looked up. */
final class ApplicationErrorPagesCausesTest {

    @Test
    void thePageOfTheCauseShowsAServletException() {
        var pages = FakeServletContext.with(type(IOException.class, "/io")).pages();

        assertThat(pages.forException(new ServletException(new FileNotFoundException())))
                .contains("/io");
        assertThat(pages.forException(new UnavailableException("x").initCause(new IOException())))
                .contains("/io");
    }

    @Test
    void theCauseOfNestedServletExceptionsIsUsed() {
        var nested = new ServletException(new ServletException(new ServletException(new IOException())));

        assertThat(FakeServletContext.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(nested))
                .contains("/io");
    }

    @Test
    void theCauseIsUsedOnlyWithoutAPageForTheServletException() {
        var pages = FakeServletContext.with(type(IOException.class, "/io") + type(Exception.class, "/exception"))
                .pages();

        assertThat(pages.forException(new ServletException(new IOException()))).contains("/exception");
    }

    @Test
    void theCauseOfAnotherExceptionIsNotUsed() {
        var pages = FakeServletContext.with(type(IOException.class, "/io")).pages();

        assertThat(pages.forException(new IllegalStateException(new IOException())))
                .isEmpty();
        assertThat(pages.forException(new ServletException(new IllegalStateException(new IOException()))))
                .isEmpty();
    }

    @Test
    void aServletExceptionWithoutACauseHasNoPage() {
        assertThat(FakeServletContext.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(new ServletException()))
                .isEmpty();
    }

    @Test
    void aCyclicCauseChainTerminates() {
        var first = new ServletException("first");
        first.initCause(new ServletException("second", first));

        assertThat(FakeServletContext.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(first))
                .isEmpty();
    }

    @Test
    void anEndlessCauseChainTerminates() {
        assertThat(FakeServletContext.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(new Endless()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"63, true", "64, false"})
    void aVeryDeepCauseChainIsNotReadCompletely(int wrappers, boolean found) {
        Throwable thrown = new IOException();
        for (int i = 0; i < wrappers; i++) {
            thrown = new ServletException(thrown);
        }

        assertThat(FakeServletContext.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(thrown)
                        .isPresent())
                .isEqualTo(found);
    }

    @Test
    void anExceptionWithAFailingGetCauseHasThePageOfItsClass() {
        var pages = FakeServletContext.with(type(Hostile.class, "/hostile")).pages();

        assertThat(pages.forException(new Hostile())).contains("/hostile");
        assertThat(pages.forException(new ServletException(new Hostile()))).contains("/hostile");
        assertThat(FakeServletContext.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(new Hostile()))
                .isEmpty();
    }

    @Test
    void theLegacyRootCauseIsUsed() {
        assertThat(FakeServletContext.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(new OldStyle()))
                .contains("/io");
    }

    /** An exception with a new cause on each call. */
    private static final class Endless extends ServletException {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }

        @Override
        public Throwable getRootCause() {
            return getCause();
        }
    }

    /** An exception whose accessors throw. */
    private static final class Hostile extends ServletException {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }

        @Override
        public Throwable getRootCause() {
            throw new StackOverflowError("no root cause");
        }
    }

    /** An exception with a root cause as in Servlet 2.2. */
    private static final class OldStyle extends ServletException {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public Throwable getRootCause() {
            return new IOException();
        }
    }
}
