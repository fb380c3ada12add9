package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;

/** Tests that an application reads the built-in error map once. */
final class ErrorMapParsedOnceTest {

    @Test
    void anApplicationReadsTheErrorMapOnce() throws Exception {
        var loader = new ApplicationLoader();
        var application = (Callable<?>) loader.loadClass(DevelopersApplication.class.getName())
                .getConstructor()
                .newInstance();

        assertThat(application.call()).asString().contains("matches, but another rule wins");
        assertThat(loader.opened).hasValue(1);
    }

    /** Starts, responds to a developer, and explains a failure. */
    public static final class DevelopersApplication implements Callable<String> {

        @Override
        public String call() {
            var pages = Fixtures.builder("mode", "development").build();
            var request = Fixtures.request("text/plain", "en");
            var thrown = new IllegalStateException("till", new ConnectException("10.1.2.3:443"));
            pages.answer(Failure.thrown(thrown), request);
            pages.answer(Failure.sent(503, "closed"), request);
            return pages.explain(thrown, request)
                    + pages.answer(Failure.thrown(new RuntimeException(ExplainedResponseTest.thrown())), request)
                            .text();
        }
    }

    /** Loads its own copy of the framework and counts how often the error map is opened. */
    private static final class ApplicationLoader extends ClassLoader {

        private final AtomicInteger opened = new AtomicInteger();

        ApplicationLoader() {
            super(ErrorMapParsedOnceTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.errorpages.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            if (name.startsWith("org/errorpages/") && name.endsWith("/error-map.properties")) {
                opened.incrementAndGet();
            }
            return super.getResourceAsStream(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (var in = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                var bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
