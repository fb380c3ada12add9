package org.errorpages.hint;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.resource.Lazy;
import org.errorpages.throwable.SafeThrowable;

/**
 * One throwable of a chain as the rules look at it.
 *
 * @param chain the throwables
 * @param place which of them it is
 * @param frames its frames, innermost first
 * @param raw its message, of which nothing may be told
 * @param messages the messages of the whole chain, without their secrets, which are looked for where a rule asks
 */
record CauseContext(
        List<SafeThrowable> chain, int place, List<StackTraceElement> frames, String raw, List<Lazy<String>> messages) {

    static List<CauseContext> of(List<SafeThrowable> chain, UnaryOperator<String> redaction) {
        var raw = chain.stream().map(SafeThrowable::message).toList();
        var messages = raw.stream()
                .map(message -> Lazy.of(() -> redaction.apply(message)))
                .toList();
        return IntStream.range(0, chain.size())
                .mapToObj(i -> new CauseContext(chain, i, frames(chain.get(i)), raw.get(i), messages))
                .toList();
    }

    SafeThrowable suspect() {
        return chain.get(place);
    }

    String message() {
        return messages.get(place).get();
    }

    /** Returns class and method of the innermost frame, joined by a dot, or the empty string. */
    String top() {
        return frames.isEmpty() ? "" : call(frames.get(0));
    }

    /** Returns the frames of this throwable and of all that caused it. */
    Stream<StackTraceElement> below() {
        return chain.stream().skip(place).flatMap(suspect -> frames(suspect).stream());
    }

    static String call(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }

    private static List<StackTraceElement> frames(SafeThrowable suspect) {
        return Arrays.asList(suspect.frames());
    }
}
