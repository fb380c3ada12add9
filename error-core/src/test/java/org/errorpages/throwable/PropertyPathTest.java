package org.errorpages.throwable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PropertyPathTest {

    /** Resembles an exception of a library. */
    public static class Foreign {
        public int status() {
            return 503;
        }

        public Foreign self() {
            return this;
        }

        public Optional<String> reason() {
            return Optional.of("busy");
        }

        public Optional<String> nothing() {
            return Optional.empty();
        }

        @SuppressWarnings("NullAway") // as a class does that knows nothing of nullness
        public String none() {
            return null;
        }

        public String throwing() {
            throw new StackOverflowError("no value for you");
        }

        public String header(String name) {
            return "header " + name;
        }

        public String longHeader(String first, String second) {
            return first + second;
        }

        public void quiet() {}

        int hidden() {
            return 1;
        }
    }

    /** Has a method for each parameter type that accepts a text. */
    public static final class Overloaded {
        public String told(Object any) {
            return "object " + any;
        }

        public String told(CharSequence text) {
            return "text " + text;
        }

        public String told(String text) {
            return "string " + text;
        }
    }

    /** Can only be called through its interface. */
    public interface Open {
        int status();
    }

    private static final class Closed implements Open {
        @Override
        public int status() {
            return 502;
        }

        @SuppressWarnings({"unused", "EffectivelyPrivate"}) // what is read is public methods
        public int own() {
            return 1;
        }
    }

    private static final class ClosedChild extends Foreign {
        @Override
        public int status() {
            return 504;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status, 503",
        "self.status, 503",
        "self.self.self.status, 503",
        "reason, busy",
        "self.reason, busy",
        "header(Retry-After), header Retry-After",
        "self.header(a.b).length, 10",
        "status(), 503",
        "self().header(a).length(), 8",
        "self.toString.getClass.getSimpleName, String"
    })
    void eachMethodIsCalledOnTheResultOfTheOneBefore(String text, String value) {
        assertThat(read(text, new Foreign())).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing",
                "missing(x)",
                "nothing",
                "none",
                "none.length",
                "throwing",
                "self.throwing.length",
                "hidden",
                "quiet",
                "header",
                "header()",
                "status(x)",
                "longHeader(x)"
            })
    void aMethodThatIsMissingThrowsOrReturnsNullYieldsNull(String text) {
        assertThatCode(() -> assertThat(read(text, new Foreign())).isNull()).doesNotThrowAnyException();
    }

    @Test
    void aClassThatIsNotPublicIsCalledThroughItsInterface() {
        assertThat(read("status", new Closed())).isEqualTo(502);
        assertThat(read("own", new Closed())).isNull();
    }

    @Test
    void aClassThatIsNotPublicIsCalledThroughItsSuperclass() {
        assertThat(read("status", new ClosedChild())).isEqualTo(504);
    }

    @Test
    void aPathCanReadManyClasses() {
        var status = accessor("status");

        assertThat(status.read(new Foreign())).isEqualTo(503);
        assertThat(status.read(new Closed())).isEqualTo(502);
        assertThat(status.read("a text has none")).isNull();
        assertThat(status.read(new ClosedChild())).isEqualTo(504);
    }

    @Test
    void aClassOfAPackageThatIsNotExportedIsCalledThroughItsSuperclass() {
        var hidden = TimeZone.getTimeZone("UTC");

        assertThat(hidden.getClass().getName()).startsWith("sun.");
        assertThat(read("getRawOffset", hidden)).isEqualTo(0);
        assertThat(read("size", Collections.unmodifiableMap(Map.of()))).isEqualTo(0);
    }

    @Test
    void aTextIsPassedToParametersOfSupertypesOfString() {
        assertThat(read("get(a)", Map.of("a", 1))).isEqualTo(1);
        assertThat(read("get(A).iterator.next", new TreeMap<>(Map.of("A", List.of("first", "second")))))
                .isEqualTo("first");
        assertThat(read("get(b)", Map.of("a", 1))).isNull();
        assertThat(read("contains(ell)", "hello")).isEqualTo(true);
        assertThat(read("contentEquals(hello)", "hello")).isEqualTo(true);
        assertThat(read(
                        "get(Retry-After)",
                        new SimpleHttpHeaders(Map.of("Retry-After", "7"), ConversionService.SHARED)))
                .isEqualTo("7");
    }

    @Test
    void aStringParameterIsPreferred() {
        assertThat(read("told(x)", new Overloaded())).isEqualTo("string x");
    }

    private static PropertyPath accessor(String text) {
        return PropertyPath.parse(text).orElseThrow();
    }

    private static @Nullable Object read(String text, Object target) {
        return accessor(text).read(target);
    }
}
