package org.errorpages.classify;

import java.io.Serial;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.errorpages.status.HttpError;
import org.jspecify.annotations.Nullable;

/** Provides throwables with hostile accessors. */
public final class Hostile {

    private Hostile() {}

    /** Returns a throwable with an endless chain of causes, created on demand. */
    static Throwable endless() {
        return new Cause(self -> endless());
    }

    /** Returns the message of a supplier. */
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

    /** Returns the cause that a function creates. */
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

    /** Returns the given stack trace. */
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

    /** Returns the status and header fields of suppliers. */
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
