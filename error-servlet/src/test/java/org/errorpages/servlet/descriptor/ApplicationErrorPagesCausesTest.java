package org.errorpages.servlet.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.servlet.ContextOfFiles.type;

import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serial;
import org.errorpages.servlet.ContextOfFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which causes of an exception an application's page is looked up for. */
final class ApplicationErrorPagesCausesTest {

    @Test
    void servletExceptionIsShownByThePageOfWhatCausedIt() {
        var pages = ContextOfFiles.with(type(IOException.class, "/io")).pages();

        assertThat(pages.forException(new ServletException(new FileNotFoundException())))
                .contains("/io");
        assertThat(pages.forException(new UnavailableException("x").initCause(new IOException())))
                .contains("/io");
    }

    @Test
    void servletExceptionInAServletExceptionIsLookedInto() {
        var nested = new ServletException(new ServletException(new ServletException(new IOException())));

        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(nested))
                .contains("/io");
    }

    @Test
    void causeIsLookedAtOnlyIfNothingIsThereForTheServletException() {
        var pages = ContextOfFiles.with(type(IOException.class, "/io") + type(Exception.class, "/exception"))
                .pages();

        assertThat(pages.forException(new ServletException(new IOException()))).contains("/exception");
    }

    @Test
    void causeOfAnotherExceptionIsNotLookedAt() {
        var pages = ContextOfFiles.with(type(IOException.class, "/io")).pages();

        assertThat(pages.forException(new IllegalStateException(new IOException())))
                .isEmpty();
        assertThat(pages.forException(new ServletException(new IllegalStateException(new IOException()))))
                .isEmpty();
    }

    @Test
    void servletExceptionWithoutACauseHasNoPage() {
        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(new ServletException()))
                .isEmpty();
    }

    @Test
    void causesInACircleComeToAnEnd() {
        var first = new ServletException("first");
        first.initCause(new ServletException("second", first));

        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(first))
                .isEmpty();
    }

    @Test
    void endlessCausesComeToAnEnd() {
        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(new Endless()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"63, true", "64, false"})
    void veryDeepCausesAreNotAllLookedAt(int wrappers, boolean found) {
        Throwable thrown = new IOException();
        for (int i = 0; i < wrappers; i++) {
            thrown = new ServletException(thrown);
        }

        assertThat(ContextOfFiles.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(thrown)
                        .isPresent())
                .isEqualTo(found);
    }

    @Test
    void exceptionThatDoesNotTellItsCauseHasThePageOfItsClass() {
        var pages = ContextOfFiles.with(type(Hostile.class, "/hostile")).pages();

        assertThat(pages.forException(new Hostile())).contains("/hostile");
        assertThat(pages.forException(new ServletException(new Hostile()))).contains("/hostile");
        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(new Hostile()))
                .isEmpty();
    }

    @Test
    void causeThatIsToldInTheOldWayIsFound() {
        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(new OldStyle()))
                .contains("/io");
    }

    /** Has another cause each time it is asked. */
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

    /** Throws whatever it is asked. */
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

    /** Tells its cause only as Servlet 2.2 did. */
    private static final class OldStyle extends ServletException {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public Throwable getRootCause() {
            return new IOException();
        }
    }
}
