package org.errorpages.classify;

import java.io.Serial;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.errorpages.status.HttpError;
import org.jspecify.annotations.Nullable;

/** Counts the reads of its properties and misbehaves on request. */
final class ProbeThrowable extends SQLException implements HttpError {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Behaviour behaviour;
    private final transient Count count;
    private transient @Nullable Throwable cause;
    private transient @Nullable SQLException next;

    ProbeThrowable(Behaviour behaviour, Count count) {
        this.behaviour = behaviour;
        this.count = count;
    }

    /**
     * The behaviour of a probe.
     *
     * @param message its message
     * @param frames the number of null frames in its stack trace; the stack trace is null if negative
     * @param status its status as an {@link HttpError}
     * @param failing the accessors that throw, one bit each
     * @param error supplies the throwable that they throw
     */
    record Behaviour(
            @Nullable String message, int frames, int status, int failing, Supplier<? extends Throwable> error) {

        private static final int CAUSE = 1;
        private static final int NEXT = 2;
        private static final int MESSAGE = 4;
        private static final int FRAMES = 8;
        private static final int STATE = 16;
        private static final int STATUS = 32;

        /** The number of sets of failing accessors. */
        static final int SETS = 64;
    }

    /** Counts the reads of all probes of a chain. */
    static final class Count {

        private final IdentityHashMap<ProbeThrowable, Integer> reads = new IdentityHashMap<>();

        int probes() {
            return reads.size();
        }

        int total() {
            return reads.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Sets the cause. */
    void setCause(@Nullable Throwable cause) {
        this.cause = cause;
    }

    /** Sets the next exception. */
    void setNext(@Nullable SQLException next) {
        this.next = next;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public @Nullable Throwable getCause() {
        read(Behaviour.CAUSE);
        return cause;
    }

    @Override
    public @Nullable SQLException getNextException() {
        read(Behaviour.NEXT);
        return next;
    }

    @Override
    public @Nullable String getMessage() {
        read(Behaviour.MESSAGE);
        return behaviour.message;
    }

    @Override
    @SuppressWarnings("NullAway") // breaks the contract on purpose
    public StackTraceElement[] getStackTrace() {
        read(Behaviour.FRAMES);
        return behaviour.frames < 0 ? null : new StackTraceElement[behaviour.frames];
    }

    @Override
    public String getSQLState() {
        read(Behaviour.STATE);
        return "08006";
    }

    @Override
    public int status() {
        count.reads.merge(this, 1, Integer::sum);
        if ((behaviour.failing & Behaviour.STATUS) != 0) {
            throw new IllegalStateException("no status");
        }
        return behaviour.status;
    }

    @Override
    public String toString() {
        read(Behaviour.MESSAGE);
        return "probe";
    }

    private void read(int accessor) {
        count.reads.merge(this, 1, Integer::sum);
        if ((behaviour.failing & accessor) != 0) {
            ProbeThrowable.<RuntimeException>fail(behaviour.error.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void fail(Throwable any) throws E {
        throw (E) any; // checked ones as well
    }
}
