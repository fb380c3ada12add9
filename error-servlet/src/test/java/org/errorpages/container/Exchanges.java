package org.errorpages.container;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Passes every answer that the clients of this package receive to the current listener. */
public final class Exchanges {

    private static final AtomicReference<@Nullable Listener> LISTENER = new AtomicReference<>();

    private Exchanges() {}

    /** Receives answers, from several threads. */
    public interface Listener {

        /**
         * Receives an answer.
         *
         * @param port the port of the server
         * @param requestHead the request line and the header lines
         */
        void answered(int port, String requestHead, RawResponse answer);
    }

    /** Replaces the listener; null removes it. */
    public static void listen(@Nullable Listener listener) {
        LISTENER.set(listener);
    }

    static void answered(int port, String requestHead, RawResponse answer) {
        var listener = LISTENER.get();
        if (listener != null) {
            listener.answered(port, requestHead, answer);
        }
    }
}
