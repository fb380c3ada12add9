package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory that fails costs what it would add, and nothing of an answer. */
final class BrokenMemoryTest {

    /** As while an application is stopped, and its server no longer loads classes for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FailureAttributes",
                "Fingerprint",
                "IncidentStore$Sighting",
                "FailureAttributes$Kind",
                "RequestLine",
                "StoredIncident"
            })
    void aBrokenMemoryNeverBreaksAnAnswer(String missing) throws Exception {
        var loader = new Halved("org.errorpages.incident.store." + missing);
        var constructor = Class.forName(Asking.class.getName(), true, loader).getDeclaredConstructor();
        constructor.setAccessible(true);

        var told = ((Supplier<?>) constructor.newInstance()).get();

        assertThat(told)
                .asString()
                .startsWith("[500, text/html;charset=utf-8, the till is closed, ")
                .contains("a report with stored incidents: java.lang.NoClassDefFoundError");
    }

    @Test
    void aThrowableThatTurnsHostileIsAnsweredAndRemembered() {
        var pages = Fixtures.standingStill("mode", "development")
                .incidentIds(org.errorpages.incident.IncidentId::random)
                .build();
        for (int patience = 0; patience < 40; patience++) {
            var thrown = new Impatient(patience);
            thrown.addSuppressed(new Impatient(patience));

            var answer = pages.answer(
                    Failure.thrown(new IllegalStateException("outer", thrown)), Fixtures.asking("text/html", "en"));

            assertThat(answer.status().code()).isEqualTo(500);
            assertThat(answer.headers()).containsEntry("Content-Type", "text/html;charset=utf-8");
            assertThat(answer.text()).contains("BrokenMemoryTest.Impatient");
            assertThat(listed(pages)).contains(answer.incident().toString());
        }
    }

    private static String listed(ErrorPages pages) {
        var headers = Fixtures.asking("text/plain", "en").headers();
        var path = DeveloperSettings.DEFAULT_INCIDENTS_PATH;
        return pages.incidents(new RequestSnapshot("GET", path, null, headers, "127.0.0.1", null))
                .orElseThrow()
                .text();
    }

    /** Lets something fail twice; what it gives are classes that all loaders know. */
    private static final class Asking implements Supplier<List<String>>, IncidentListener {

        private final List<String> told = new ArrayList<>();

        @Override
        public List<String> get() {
            var pages = Fixtures.standingStill("mode", "development")
                    .incidentIds(org.errorpages.incident.IncidentId::random)
                    .listener(this)
                    .build();
            var failure = Failure.thrown(new IllegalStateException("the till is closed"));
            pages.answer(failure, Fixtures.asking("text/html", "en").withQuery("a=1"));
            var answer = pages.answer(failure, Fixtures.asking("text/html", "en"));
            var shown = answer.text().contains("the till is closed")
                    && answer.text().endsWith("</html>");
            told.add(0, Integer.toString(answer.status().code()));
            told.add(1, answer.headers().getOrDefault("Content-Type", ""));
            told.add(2, shown ? "the till is closed" : answer.text());
            return told;
        }

        @Override
        public void onIncident(Incident incident) {}

        @Override
        public void onRenderFailure(Incident incident, RenderFailure form) {
            told.add(form.name() + ": " + form.reason());
        }
    }

    /** Loads our classes anew, but for one. */
    private static final class Halved extends ClassLoader {

        private final String missing;

        Halved(String missing) {
            super(BrokenMemoryTest.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(missing)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.errorpages.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? defined(name) : loaded;
            }
        }

        private Class<?> defined(String name) {
            var file = name.replace('.', '/') + ".class";
            try (var in = Objects.requireNonNull(getParent().getResourceAsStream(file), file)) {
                var bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Answers so many questions and throws at each further one. */
    private static final class Impatient extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private int patience;

        Impatient(int patience) {
            this.patience = patience;
        }

        @Override
        public String getMessage() {
            asked();
            return "asked";
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public Throwable getCause() {
            asked();
            return new IllegalArgumentException("cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            asked();
            return super.getStackTrace();
        }

        @Override
        public String toString() {
            asked();
            return "asked";
        }

        @Override
        public boolean equals(Object other) {
            asked();
            return this == other;
        }

        @Override
        public int hashCode() {
            asked();
            return 1;
        }

        private void asked() {
            if (--patience < 0) {
                throw new StackOverflowError("enough");
            }
        }
    }
}
