package org.errorpages.hint;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.resource.Lazy;
import org.errorpages.throwable.SafeThrowable;

/**
 * Provides one throwable of a cause chain to the hint rules.
 *
 * @param chain the throwables
 * @param index the index of this throwable
 * @param frames its stack frames, innermost first
 * @param rawMessage its message, not redacted: for comparisons only
 * @param messages the redacted messages of the whole chain
 */
record HintRuleInput(
        List<SafeThrowable> chain,
        int index,
        List<StackTraceElement> frames,
        String rawMessage,
        List<Lazy<String>> messages) {

    static List<HintRuleInput> of(List<SafeThrowable> chain, UnaryOperator<String> redaction) {
        var raw = chain.stream().map(SafeThrowable::message).toList();
        var redacted = raw.stream()
                .map(message -> Lazy.of(() -> redaction.apply(message)))
                .toList();
        return IntStream.range(0, chain.size())
                .mapToObj(i ->
                        new HintRuleInput(chain, i, Arrays.asList(chain.get(i).frames()), raw.get(i), redacted))
                .toList();
    }

    SafeThrowable throwable() {
        return chain.get(index);
    }

    String message() {
        return messages.get(index).get();
    }

    /** Returns the method of the innermost frame as {@code Class.method}, or the empty string. */
    String top() {
        return frames.isEmpty() ? "" : call(frames.get(0));
    }

    /** Returns the frames of this throwable and its causes. */
    Stream<StackTraceElement> framesFromHere() {
        return chain.stream().skip(index).flatMap(cause -> Arrays.stream(cause.frames()));
    }

    static String call(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }
}
