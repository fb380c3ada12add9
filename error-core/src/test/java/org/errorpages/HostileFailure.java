package org.errorpages;

import java.io.Serial;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.errorpages.http.DeveloperRequestDetails;
import org.errorpages.http.DeveloperRequestDetails.Attribute;
import org.errorpages.http.DeveloperRequestDetails.BodyPart;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestSnapshot;
import org.jspecify.annotations.Nullable;

/** Failures of a size or shape that could break a page. */
public enum HostileFailure {
    CYCLIC_CAUSES(() -> {
        var root = new IllegalStateException("root");
        var thrown = new IllegalStateException("thrown", new Exception("between", root));
        root.initCause(thrown);
        return thrown;
    }),
    TEN_THOUSAND_CAUSES(() -> chain(10_000, i -> "level " + i, i -> frames(3, "shop.Level" + i))),
    NO_STACK(() -> new Bare("no stack")),
    THROWING_ACCESSORS(() -> new IllegalStateException("outer", new Throwing())),
    MESSAGE_OF_50_MEGABYTES(() -> new IllegalStateException("long ".repeat(10_000_000))),
    MARKUP_IN_LONG_MESSAGES(() -> chain(30, i -> i + HostileFailure.markup(20_000), i -> frames(3, "shop.Level" + i))),
    HANGUL_IN_LONG_MESSAGES(() -> chain(30, i -> i + "주문 ".repeat(20_000), i -> frames(3, "shop.Level" + i))),
    BIDI_CONTROLS(() -> chain(30, i -> "\u202e\u2066\u200f".repeat(5_000), i -> frames(40, "shop.\u202eLevel" + i))),
    A_MILLION_FRAMES(() -> chain(1, i -> "million", i -> frames(1_000_000, "shop.Level" + i))),
    A_MILLION_FRAMES_IN_ALL(() -> chain(25, i -> "level " + i, i -> frames(40_000, "shop.Level" + i))),
    FRAMES_OF_MANY_LIBRARIES(() -> chain(25, i -> "level " + i, HostileFailure::framesOfManyLibraries)),
    MARKUP_IN_LONG_FRAMES(
            () -> chain(25, i -> "level " + i, i -> frames(300, "shop." + HostileFailure.markup(1_000) + "." + i))),
    HUNDREDS_OF_SUPPRESSED(() -> {
        var thrown = chain(25, i -> "level " + i, i -> frames(100, "shop.Level" + i));
        for (int i = 0; i < 200; i++) {
            thrown.addSuppressed(
                    chain(3, any -> HostileFailure.markup(9_000), any -> frames(300, "shop.Suppressed" + any)));
        }
        return thrown;
    }),
    ALL_AT_ONCE(() -> chain(
            60,
            i -> i + HostileFailure.markup(20_000),
            i -> frames(20_000, "shop." + HostileFailure.markup(1_000) + "." + i)));

    @SuppressWarnings("ImmutableEnumChecker") // creates a new throwable each time
    private final Supplier<Throwable> thrown;

    HostileFailure(Supplier<Throwable> thrown) {
        this.thrown = thrown;
    }

    /** Returns a new throwable. */
    public Throwable thrown() {
        return thrown.get();
    }

    /** Returns a request with much markup in every part. */
    public static RequestSnapshot request(String mediaType) {
        var request = RequestSnapshot.of("M" + markup(3_000), "/" + markup(3_000))
                .withRemoteAddress("127.0.0.1")
                .withHeader("Host", "localhost:8080")
                .withHeader("Accept", mediaType)
                .withHeader("Accept-Language", "en")
                .withHeader("Cookie", "a" + markup(300) + "=b; ".repeat(200))
                .withQuery(("q" + markup(300) + "=" + markup(300) + "&").repeat(200));
        for (int i = 0; i < 200; i++) {
            request = request.withHeader("X-" + i + markup(300), markup(3_000));
        }
        var numbers = IntStream.range(0, 200).boxed().toList();
        return request.withDetails(() -> new DeveloperRequestDetails(
                numbers.stream()
                        .map(i -> new NamedValue(i + markup(300), markup(3_000)))
                        .toList(),
                numbers.stream()
                        .map(i -> new Attribute(i + markup(300), markup(3_000), null))
                        .toList(),
                numbers.stream()
                        .map(i -> new Attribute(i + markup(300), "shop.Cart", markup(3_000)))
                        .toList(),
                numbers.stream()
                        .map(i -> new BodyPart(i + markup(300), markup(3_000), markup(3_000), i))
                        .toList(),
                Map.of()));
    }

    /** Returns text whose characters mostly need more than one byte on a page. */
    private static String markup(int length) {
        return "<b onx=\"'&`한😀\u202e".repeat(length / 14);
    }

    private static Throwable chain(
            int length, Function<Integer, String> message, Function<Integer, StackTraceElement[]> frames) {
        @Nullable Throwable thrown = null;
        for (int i = length - 1; i >= 0; i--) {
            thrown = new IllegalStateException(message.apply(i), thrown);
            thrown.setStackTrace(frames.apply(i));
        }
        return thrown == null ? new Bare("none") : thrown;
    }

    private static StackTraceElement[] frames(int count, String className) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StackTraceElement(className, "call" + i, "Any.java", i + 1))
                .toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement[] framesOfManyLibraries(int level) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> new StackTraceElement(
                        "app", "m" + i / 2, markup(180), "lib" + i / 2 + ".of" + level, "call" + i, "Any.java", i + 1))
                .toArray(StackTraceElement[]::new);
    }

    /** An exception without stack trace. */
    private static final class Bare extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Bare(String message) {
            super(message, null, false, false);
        }
    }

    /** An exception whose methods throw. */
    private static final class Throwing extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("message");
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public Throwable getCause() {
            throw new StackOverflowError("cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new NoClassDefFoundError("frames");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("string");
        }
    }
}
