package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.ErrorMapper;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the mapping of exceptions in code. */
final class MappedExceptionsTest {

    /** A mapper that is registered as a service. */
    public static final class Service implements ErrorMapper {
        @Override
        public Optional<HttpError> map(Throwable thrown) {
            return thrown instanceof ArithmeticException ? Optional.of(HttpError.of(507)) : Optional.empty();
        }
    }

    @Test
    void aClassAndItsSubclassesGetAStatus() {
        var pages = Fixtures.builder().map(IOException.class, 507);

        assertThat(status(pages, new IOException())).isEqualTo(507);
        assertThat(status(pages, new java.io.EOFException())).isEqualTo(507);
        assertThat(status(pages, new IllegalStateException(new IOException()))).isEqualTo(507);
        assertThat(status(pages, new IllegalStateException())).isEqualTo(500);
    }

    @Test
    void aFunctionGetsTheException() {
        var pages = Fixtures.builder()
                .map(
                        UncheckedIOException.class,
                        thrown -> new HttpErrorException(503, thrown.getMessage(), Duration.ofMinutes(2), null));

        var answer = pages.build()
                .answer(
                        Failure.thrown(new UncheckedIOException("We count the books.", new IOException())),
                        Fixtures.request("text/plain", "en"));

        assertThat(answer.status().code()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Retry-After", "120");
        assertThat(answer.text()).contains("We count the books.");
    }

    @Test
    void theMostSpecificClassWinsInAnyOrder() {
        var downwards = Fixtures.builder()
                .map(Exception.class, 501)
                .map(RuntimeException.class, 504)
                .map(IllegalStateException.class, 507);
        var upwards = Fixtures.builder()
                .map(IllegalStateException.class, 507)
                .map(RuntimeException.class, 504)
                .map(Exception.class, 501);

        for (var pages : new ErrorPages.Builder[] {downwards, upwards}) {
            assertThat(status(pages, new IllegalStateException())).isEqualTo(507);
            assertThat(status(pages, new ArithmeticException())).isEqualTo(504);
            assertThat(status(pages, new IOException())).isEqualTo(501);
            assertThat(status(pages, new StackOverflowError())).isEqualTo(500);
        }
    }

    @Test
    void theLastMappingOfAClassCounts() {
        var pages = Fixtures.builder().map(IOException.class, 507).map(IOException.class, 504);

        assertThat(status(pages, new IOException())).isEqualTo(504);
    }

    @Test
    void mappingsPrecedeTheErrorMapAndFollowHttpError() {
        var map = ErrorMap.builtIn().overruledBy("java.io.IOException = 504", "app.properties");
        var pages = Fixtures.builder().errorMap(map).map(Exception.class, 507);

        assertThat(status(pages, new IOException())).isEqualTo(507);
        assertThat(status(pages, new HttpErrorException(404))).isEqualTo(404);
    }

    @Test
    void aFunctionThatThrowsFallsBackToTheErrorMap() {
        var map = ErrorMap.builtIn().overruledBy("java.io.IOException = 504", "app.properties");
        var pages = Fixtures.builder().errorMap(map).map(IOException.class, thrown -> {
            throw new StackOverflowError("a function");
        });

        assertThat(status(pages, new IOException())).isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 100, 200, 302, 399, 600})
    void aStatusOutsideOfTheErrorRangeIsRejected(int status) {
        var pages = Fixtures.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pages.map(IOException.class, status))
                .withMessageContaining(Integer.toString(status));
    }

    @Test
    void aServiceIsCalledAfterMappings(@TempDir Path folder) throws IOException {
        var file = folder.resolve("META-INF/services/" + ErrorMapper.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, Service.class.getName());
        var own = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, own)) {
            Thread.currentThread().setContextClassLoader(loader);

            assertThat(status(Fixtures.builder(), new ArithmeticException())).isEqualTo(507);
            assertThat(status(Fixtures.builder().map(RuntimeException.class, 504), new ArithmeticException()))
                    .isEqualTo(504);
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    private static int status(ErrorPages.Builder pages, Throwable thrown) {
        return pages.build()
                .answer(Failure.thrown(thrown), Fixtures.request("text/plain", "en"))
                .status()
                .code();
    }
}
