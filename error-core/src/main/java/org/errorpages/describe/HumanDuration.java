package org.errorpages.describe;

import java.time.Duration;
import org.errorpages.i18n.Messages;

/**
 * A time in words, by its two largest units: {@code 2 hours 5 minutes}.
 *
 * @param duration the time; a negative one counts as none
 */
record HumanDuration(Duration duration) {

    String text(Messages messages) {
        long days = duration.toDays();
        if (days > 0) {
            return both(messages, count("days", days, messages), "hours", duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return both(messages, count("hours", duration.toHours(), messages), "minutes", duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return both(
                    messages, count("minutes", duration.toMinutes(), messages), "seconds", duration.toSecondsPart());
        }
        return count("seconds", Math.max(0, duration.toSeconds()), messages);
    }

    private static String both(Messages messages, String large, String unit, int small) {
        return small == 0 ? large : large + " " + count(unit, small, messages);
    }

    private static String count(String unit, long count, Messages messages) {
        var key = "dev.time." + unit + (count == 1 ? ".one" : "");
        return messages.get(key, "count", Long.toString(count));
    }
}
