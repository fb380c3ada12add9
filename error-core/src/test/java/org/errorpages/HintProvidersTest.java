package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.errorpages.hint.FailureContext;
import org.errorpages.hint.Hint;
import org.errorpages.hint.HintProvider;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests hints of the application. */
final class HintProvidersTest {

    /** A provider that is registered as a service. */
    public static final class Service implements HintProvider {
        @Override
        public List<Hint> suggest(FailureContext failure) {
            return List.of(Hint.of("Of a service", failure.language()));
        }
    }

    @Test
    void aDeveloperSeesTheHintOfAProvider() {
        var pages = Fixtures.builder("mode", "development")
                .hints(failure -> List.of(
                        Hint.of("Ask the stock room about " + failure.request().path(), "It is closed.", "Call 12.")));

        assertThat(answer(pages))
                .contains("Hint (java.io.IOException): Ask the stock room about /orders/42", "- Call 12.");
    }

    @Test
    void thePublicDoesNotSeeTheHint() {
        var pages = Fixtures.builder().hints(failure -> List.of(Hint.of("Ask the stock room", "")));

        assertThat(answer(pages)).doesNotContain("stock room");
    }

    @Test
    void providersRegisteredAsServicesAreCalled(@TempDir Path folder) throws IOException {
        var file = folder.resolve("META-INF/services/" + HintProvider.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, Service.class.getName());
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);

            assertThat(answer(Fixtures.builder("mode", "development"))).contains("Of a service\n    en\n");
            assertThat(answer(Fixtures.builder())).doesNotContain("Of a service");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String answer(ErrorPages.Builder pages) {
        return pages.build()
                .answer(Failure.thrown(new IOException()), Fixtures.request("text/plain", "en"))
                .text();
    }
}
