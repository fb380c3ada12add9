package org.errorpages.render;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One second, as it is written in an answer.
 *
 * @param epochSecond the second
 * @param iso to the second
 * @param clock the time of the day
 */
record Moment(long epochSecond, String iso, String clock) {

    static Moment of(Instant time) {
        return new Moment(time.getEpochSecond(), TimeText.toTheSecond(time), TimeText.clock(time));
    }

    /** The second in which something was last answered: in a storm, that of all its answers. */
    static final class Latest {

        private final AtomicReference<@Nullable Moment> latest = new AtomicReference<>();

        /** Returns the second of a time. */
        Moment at(Instant time) {
            var known = latest.get();
            if (known != null && known.epochSecond() == time.getEpochSecond()) {
                return known;
            }
            var moment = of(time);
            latest.set(moment);
            return moment;
        }
    }
}
