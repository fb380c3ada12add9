package org.errorpages.classify;

import java.io.Serial;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.errorpages.status.HttpError;
import org.jspecify.annotations.Nullable;

/** Throwables whose accessors misbehave. */
public final class Hostile {

    private Hostile() {}

    /** Returns a throwable of which each cause is made when asked for, and has a cause. */
    static Throwable endless() {
        return new Cause(self -> endless());
    }

    /** Its message is what the supplier makes of it. */
    public static final class Message extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Supplier<@Nullable String> message;

        public Message(Supplier<@Nullable String> message) {
            this.message = message;
        }

        @Override
        public @Nullable String getMessage() {
            return message.get();
        }
    }

    /** Its cause is what the function makes of it. */
    public static final class Cause extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Function<Throwable, @Nullable Throwable> cause;

        public Cause(Function<Throwable, @Nullable Throwable> cause) {
            this.cause = cause;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public @Nullable Throwable getCause() {
            return cause.apply(this);
        }
    }

    /** Its stack trace is what it was given. */
    public static final class Frames extends java.io.IOException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient StackTraceElement @Nullable [] frames;

        public Frames(StackTraceElement @Nullable [] frames) {
            this.frames = frames;
        }

        @Override
        @SuppressWarnings("NullAway") // breaks the contract on purpose
        public StackTraceElement[] getStackTrace() {
            return frames;
        }
    }

    /** Its status and header fields are what the suppliers make of them. */
    static final class Declared extends RuntimeException implements HttpError {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Supplier<Integer> status;
        private final transient Supplier<@Nullable Map<String, String>> headers;

        Declared(Supplier<Integer> status, Supplier<@Nullable Map<String, String>> headers) {
            this.status = status;
            this.headers = headers;
        }

        @Override
        public int status() {
            return status.get();
        }

        @Override
        @SuppressWarnings("NullAway") // breaks the contract on purpose
        public Map<String, String> headers() {
            return headers.get();
        }
    }
}
