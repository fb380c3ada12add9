package org.errorpages.throwable;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an untrusted throwable: all results are bounded and no method throws.
 *
 * <p>A throwable of an application may throw from {@code getMessage}, return 50 MB, or build its cause on demand. A
 * method that throws is treated as if it returned null.
 */
public final class SafeThrowable {

    /** Matches the '$' between outer and nested class, but not before names that a compiler generates. */
    private static final Pattern NESTED = Pattern.compile("(?<=[^$])\\$(?=[\\p{Lu}\\p{Lt}\\p{Lo}])");

    /** The maximum length of a message, in characters. */
    public static final int MAX_MESSAGE = 8_192;

    private static final int MAX_WORD = 1_024;

    /** Methods for the cause in older exceptions of servlets and JSP, JMS, and mail. */
    private static final List<PropertyPath> LEGACY_CAUSES = Stream.of(
                    "getRootCause", "getLinkedException", "getNextException")
            .map(method -> PropertyPath.parse(method).orElseThrow())
            .toList();

    private final Throwable throwable;

    /** The frames once they have been read: each read copies them. */
    private volatile StackTraceElement @Nullable [] frames;

    /** Creates a reader for a throwable. */
    public SafeThrowable(Throwable throwable) {
        this.throwable = Objects.requireNonNull(throwable);
    }

    /** Returns the throwable itself. */
    public Throwable throwable() {
        return throwable;
    }

    /** Returns the binary name of the class. */
    public String className() {
        return throwable.getClass().getName();
    }

    /** Returns the class name without its package, for example {@code Outer.Inner}. */
    public String simpleName() {
        return simpleName(className());
    }

    /** Returns a class name without its package, as in source code. */
    public static String simpleName(String className) {
        return sourceName(className.substring(className.lastIndexOf('.') + 1));
    }

    /** Returns a class name as in source code, for example {@code Outer.Inner}; a name that starts with '$' is kept. */
    public static String sourceName(String name) {
        return name.startsWith("$") ? name : NESTED.matcher(name).replaceAll(".");
    }

    /** Returns the message truncated to {@value #MAX_MESSAGE} characters, or the empty string. */
    public String message() {
        return truncate(getOrNull(throwable::getMessage));
    }

    /** Returns the cause, or null. */
    public @Nullable Throwable cause() {
        var cause = getOrNull(throwable::getCause);
        boolean complete = cause != null
                || throwable instanceof SQLException
                || throwable.getClass().getClassLoader() == null; // JDK classes return every cause from getCause.
        return complete ? cause : legacyCause();
    }

    private @Nullable Throwable legacyCause() {
        for (var method : LEGACY_CAUSES) {
            if (method.read(throwable) instanceof Throwable cause) {
                return cause;
            }
        }
        return null;
    }

    /** Returns the next exception of an {@link SQLException}, which is separate from its cause, or null. */
    public @Nullable Throwable nextException() {
        return throwable instanceof SQLException sql ? getOrNull(sql::getNextException) : null;
    }

    /** Returns the SQLSTATE of an {@link SQLException}, or the empty string. */
    public String sqlState() {
        var state = throwable instanceof SQLException sql ? getOrNull(sql::getSQLState) : null;
        return state == null ? "" : state;
    }

    /** Returns the suppressed throwables. */
    public List<Throwable> suppressed() {
        var suppressed = getOrNull(throwable::getSuppressed);
        return suppressed == null ? List.of() : List.of(suppressed);
    }

    /** Returns the stack frames, innermost first, without null elements. Callers must not modify the array. */
    public StackTraceElement[] frames() {
        var known = frames;
        if (known == null) {
            var read = getOrNull(throwable::getStackTrace);
            known = read == null ? new StackTraceElement[0] : read;
            if (Arrays.asList(known).contains(null)) {
                known = Arrays.stream(known).filter(Objects::nonNull).toArray(StackTraceElement[]::new);
            }
            frames = known;
        }
        return known;
    }

    /** Returns whether the message is empty or the text of the cause, as in {@code new RuntimeException(e)}. */
    public boolean repeatsCause() {
        var cause = cause();
        var message = message();
        return message.isEmpty() || (cause != null && message.equals(truncate(getOrNull(cause::toString))));
    }

    /**
     * Returns at most {@value #MAX_MESSAGE} characters of a text, or the empty string for null. The text is cut between
     * words, because redaction does not recognise half a secret.
     */
    public static String truncate(@Nullable String text) {
        if (text == null || text.length() <= MAX_MESSAGE) {
            return text == null ? "" : text;
        }
        int end = MAX_MESSAGE;
        while (end > MAX_MESSAGE - MAX_WORD && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Returns the value of an accessor, or null if it throws anything, even an error. */
    public static <T> @Nullable T getOrNull(Supplier<@Nullable T> accessor) {
        try {
            return accessor.get();
        } catch (Throwable unusable) {
            return null;
        }
    }
}
