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

/** Tests that a failure of the incident store doesn't affect responses. */
final class BrokenStoreTest {

    /** Like an application that is being stopped, for which the container loads no classes any more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RecurrenceCounter$FailureAttributes",
                "RecurrenceCounter$OccurrenceCount",
                "RecurrenceCounter$Attribute",
                "RecurrenceCounter$Kind",
                "IncidentStore$StoredIncident"
            })
    void aBrokenStoreDoesNotAffectTheResponse(String missing) throws Exception {
        var loader = new LoaderWithoutOneClass("org.errorpages.incident.store." + missing);
        var constructor =
                Class.forName(Application.class.getName(), true, loader).getDeclaredConstructor();
        constructor.setAccessible(true);

        var result = ((Supplier<?>) constructor.newInstance()).get();

        assertThat(result)
                .asString()
                .startsWith("[500, text/html;charset=utf-8, the till is closed, ")
                .contains("a report with stored incidents: java.lang.NoClassDefFoundError");
    }

    @Test
    void aThrowableThatStartsToThrowIsRenderedAndStored() {
        var pages = Fixtures.builder("mode", "development")
                .incidentIds(org.errorpages.incident.IncidentId::random)
                .build();
        for (int remainingCalls = 0; remainingCalls < 40; remainingCalls++) {
            var thrown = new Unreliable(remainingCalls);
            thrown.addSuppressed(new Unreliable(remainingCalls));

            var response = pages.answer(
                    Failure.thrown(new IllegalStateException("outer", thrown)), Fixtures.request("text/html", "en"));

            assertThat(response.status().code()).isEqualTo(500);
            assertThat(response.headers()).containsEntry("Content-Type", "text/html;charset=utf-8");
            assertThat(response.text()).contains("BrokenStoreTest.Unreliable");
            assertThat(listed(pages)).contains(response.incident().toString());
        }
    }

    private static String listed(ErrorPages pages) {
        var headers = Fixtures.request("text/plain", "en").headers();
        var path = DeveloperPageSettings.DEFAULT_INCIDENTS_PATH;
        return pages.incidents(new RequestSnapshot("GET", path, null, headers, "127.0.0.1", null, null))
                .orElseThrow()
                .text();
    }

    /** Responds to two failures. The result consists of JDK classes, which both loaders share. */
    private static final class Application implements Supplier<List<String>>, IncidentListener {

        private final List<String> result = new ArrayList<>();

        @Override
        public List<String> get() {
            var pages = Fixtures.builder("mode", "development")
                    .incidentIds(org.errorpages.incident.IncidentId::random)
                    .listener(this)
                    .build();
            var failure = Failure.thrown(new IllegalStateException("the till is closed"));
            pages.answer(failure, Fixtures.request("text/html", "en").withQuery("a=1"));
            var response = pages.answer(failure, Fixtures.request("text/html", "en"));
            boolean isComplete = response.text().contains("the till is closed")
                    && response.text().endsWith("</html>");
            result.add(0, Integer.toString(response.status().code()));
            result.add(1, response.headers().getOrDefault("Content-Type", ""));
            result.add(2, isComplete ? "the till is closed" : response.text());
            return result;
        }

        @Override
        public void onIncident(Incident incident) {}

        @Override
        public void onRenderFailure(Incident incident, RenderFailure failure) {
            result.add(failure.name() + ": " + failure.reason());
        }
    }

    /** Loads the classes of the framework again, except one. */
    private static final class LoaderWithoutOneClass extends ClassLoader {

        private final String missing;

        LoaderWithoutOneClass(String missing) {
            super(BrokenStoreTest.class.getClassLoader());
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
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) {
            var file = name.replace('.', '/') + ".class";
            try (var in = Objects.requireNonNull(getParent().getResourceAsStream(file), file)) {
                var bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A throwable that throws after a number of calls. */
    private static final class Unreliable extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private int remainingCalls;

        Unreliable(int remainingCalls) {
            this.remainingCalls = remainingCalls;
        }

        @Override
        public String getMessage() {
            count();
            return "message";
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public Throwable getCause() {
            count();
            return new IllegalArgumentException("cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            count();
            return super.getStackTrace();
        }

        @Override
        public String toString() {
            count();
            return "message";
        }

        @Override
        public boolean equals(Object other) {
            count();
            return this == other;
        }

        @Override
        public int hashCode() {
            count();
            return 1;
        }

        private void count() {
            if (--remainingCalls < 0) {
                throw new StackOverflowError("enough");
            }
        }
    }
}
