package org.errorpages.classify;

import java.io.Serial;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.errorpages.status.HttpError;
import org.jspecify.annotations.Nullable;

/** A throwable that counts what it is asked, and answers as badly as it is told to. */
final class Probe extends SQLException implements HttpError {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Behaviour behaviour;
    private final transient Count count;
    private transient @Nullable Throwable below;
    private transient @Nullable SQLException beside;

    Probe(Behaviour behaviour, Count count) {
        this.behaviour = behaviour;
        this.count = count;
    }

    /**
     * What a probe does when asked.
     *
     * @param message its message
     * @param frames how many null frames its stack trace has; below 0 it is null
     * @param status its status as an {@link HttpError}
     * @param failing which of its accessors throw: none, or a bit for each
     * @param error what they throw
     */
    record Behaviour(
            @Nullable String message, int frames, int status, int failing, Supplier<? extends Throwable> error) {

        private static final int CAUSE = 1;
        private static final int NEXT = 2;
        private static final int MESSAGE = 4;
        private static final int FRAMES = 8;
        private static final int STATE = 16;
        private static final int STATUS = 32;

        /** How many sets of failing accessors there are. */
        static final int SETS = 64;
    }

    /** The questions to all probes of a chain. */
    static final class Count {

        private final IdentityHashMap<Probe, Integer> questions = new IdentityHashMap<>();

        int probes() {
            return questions.size();
        }

        int total() {
            return questions.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Sets what caused it. */
    void below(@Nullable Throwable cause) {
        below = cause;
    }

    /** Sets its next exception. */
    void beside(@Nullable SQLException next) {
        beside = next;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public @Nullable Throwable getCause() {
        asked(Behaviour.CAUSE);
        return below;
    }

    @Override
    public @Nullable SQLException getNextException() {
        asked(Behaviour.NEXT);
        return beside;
    }

    @Override
    public @Nullable String getMessage() {
        asked(Behaviour.MESSAGE);
        return behaviour.message;
    }

    @Override
    @SuppressWarnings("NullAway") // breaks the contract on purpose
    public StackTraceElement[] getStackTrace() {
        asked(Behaviour.FRAMES);
        return behaviour.frames < 0 ? null : new StackTraceElement[behaviour.frames];
    }

    @Override
    public String getSQLState() {
        asked(Behaviour.STATE);
        return "08006";
    }

    @Override
    public int status() {
        count.questions.merge(this, 1, Integer::sum);
        if ((behaviour.failing & Behaviour.STATUS) != 0) {
            throw new IllegalStateException("no status");
        }
        return behaviour.status;
    }

    @Override
    public String toString() {
        asked(Behaviour.MESSAGE);
        return "probe";
    }

    private void asked(int accessor) {
        count.questions.merge(this, 1, Integer::sum);
        if ((behaviour.failing & accessor) != 0) {
            Probe.<RuntimeException>fail(behaviour.error.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void fail(Throwable any) throws E {
        throw (E) any; // checked ones as well
    }
}
