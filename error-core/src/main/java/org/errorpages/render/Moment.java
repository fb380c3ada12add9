package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One second, as it is written in an answer. Nobody may change the arrays. */
final class Moment {

    private final long epochSecond;
    private final byte[] iso;
    private final byte[] clock;

    private Moment(Instant time) {
        this.epochSecond = time.getEpochSecond();
        this.iso = TimeText.toTheSecond(time).getBytes(StandardCharsets.US_ASCII);
        this.clock = TimeText.clock(time).getBytes(StandardCharsets.US_ASCII);
    }

    static Moment of(Instant time) {
        return new Moment(time);
    }

    /** Returns the time to the second. */
    byte[] iso() {
        return iso;
    }

    /** Returns the time of the day. */
    byte[] clock() {
        return clock;
    }

    /** The second in which something was last answered: in a storm, that of all its answers. */
    static final class Latest {

        private final AtomicReference<@Nullable Moment> latest = new AtomicReference<>();

        /** Returns the second of a time. */
        Moment at(Instant time) {
            var known = latest.get();
            if (known != null && known.epochSecond == time.getEpochSecond()) {
                return known;
            }
            var moment = of(time);
            latest.set(moment);
            return moment;
        }
    }
}
