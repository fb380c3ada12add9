package org.errorpages.status;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server behind has answered.
 *
 * @param status the status, or 0 if there is none
 * @param retryAfter when to come again, as far as it said so, or null
 * @param rule the rule that says what it means for our client
 */
record ReceivedAnswer(int status, @Nullable Duration retryAfter, Rule rule) {}
