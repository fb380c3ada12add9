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
 * A throwable that is not trusted: every accessor returns something bounded, whatever the class behind it does.
 *
 * <p>A throwable of an application may throw from {@code getMessage}, return 50 MB, or build its cause on demand. Here
 * such an accessor counts as one that returns nothing.
 */
public final class SafeThrowable {

    /** What parts the name of a class from that of one in it; what compilers number or write small is no name. */
    private static final Pattern NESTED = Pattern.compile("(?<=[^$])\\$(?=[\\p{Lu}\\p{Lt}\\p{Lo}])");

    /** The longest message that is kept, in characters. */
    public static final int MAX_MESSAGE = 8_192;

    private static final int LONGEST_WORD = 1_024;

    /** The methods that return the cause of older exceptions of servlets and JSP, of JMS, and of mail. */
    private static final List<PropertyPath> LEGACY_CAUSES = Stream.of(
                    "getRootCause", "getLinkedException", "getNextException")
            .map(method -> PropertyPath.parse(method).orElseThrow())
            .toList();

    /** The frames of who has none, or was not asked. */
    public static final StackTraceElement[] NO_FRAMES = {};

    private final Throwable throwable;

    /** Creates a suspect. */
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

    /**
     * Returns the names of the class, its superclasses and all interfaces of these, nearest first, and then of the
     * annotations of the class; those of Java EE as Jakarta's.
     */
    public List<String> kinds() {
        return TypeHierarchy.names(throwable.getClass()).stream()
                .map(ClassName::canonical)
                .toList();
    }

    /** Returns the class name without its package; of a nested class with its outer one: {@code Outer.Inner}. */
    public String simpleName() {
        return simpleName(className());
    }

    /** Returns the name of a class without its package, and as its source has it. */
    public static String simpleName(String className) {
        return nested(className.substring(className.lastIndexOf('.') + 1));
    }

    /** Returns the name of a class as its source has it: {@code Bindery.Press}; one that begins with the sign has it so. */
    public static String nested(String name) {
        return name.startsWith("$") ? name : NESTED.matcher(name).replaceAll(".");
    }

    /**
     * Returns the message, or the empty string. One of more than {@value #MAX_MESSAGE} characters is cut before a word,
     * so that no secret loses the part by which it is recognised.
     */
    public String message() {
        return messageOf(throwable);
    }

    public static String messageOf(Throwable throwable) {
        return bounded(guarded(throwable::getMessage));
    }

    /** Returns the cause, or null. */
    public @Nullable Throwable cause() {
        return causeOf(throwable);
    }

    /** Returns the next exception of an {@link SQLException}, which is not among its causes, or null. */
    public @Nullable Throwable next() {
        return nextOf(throwable);
    }

    /** Returns the cause of a throwable, or null. */
    public static @Nullable Throwable causeOf(Throwable throwable) {
        @Nullable Throwable cause;
        try {
            cause = throwable.getCause();
        } catch (Throwable unusable) {
            cause = null;
        }
        return cause != null || throwable instanceof SQLException ? cause : legacyCauseOf(throwable);
    }

    private static @Nullable Throwable legacyCauseOf(Throwable throwable) {
        if (throwable.getClass().getClassLoader() == null) {
            return null; // A class of the JDK has no other cause.
        }
        for (var method : LEGACY_CAUSES) {
            if (method.read(throwable) instanceof Throwable cause) {
                return cause;
            }
        }
        return null;
    }

    /** Returns the next exception of an {@link SQLException}, or null. */
    static @Nullable Throwable nextOf(Throwable throwable) {
        return throwable instanceof SQLException sql ? guarded(sql::getNextException) : null;
    }

    /** Returns the SQLSTATE of an {@link SQLException}, or the empty string. */
    public String sqlState() {
        return sqlStateOf(throwable);
    }

    public static String sqlStateOf(Throwable throwable) {
        var state = throwable instanceof SQLException sql ? guarded(sql::getSQLState) : null;
        return state == null ? "" : state;
    }

    /** Returns what was suppressed while this was thrown. */
    public List<Throwable> suppressed() {
        var suppressed = guarded(throwable::getSuppressed);
        return suppressed == null ? List.of() : List.of(suppressed);
    }

    /** Returns the stack frames, innermost first, perhaps none. */
    public StackTraceElement[] frames() {
        var trace = traceOf(throwable);
        return Arrays.asList(trace).contains(null)
                ? Arrays.stream(trace).filter(Objects::nonNull).toArray(StackTraceElement[]::new)
                : trace;
    }

    /** Returns the stack frames as the throwable gives them, perhaps with null among them. */
    public static StackTraceElement[] traceOf(Throwable throwable) {
        var frames = guarded(throwable::getStackTrace);
        return frames == null ? NO_FRAMES : frames;
    }

    /** Returns whether the message adds nothing to that of the cause, as {@code new RuntimeException(e)} makes it. */
    public static boolean repeatsItsCause(Throwable throwable) {
        var cause = causeOf(throwable);
        var message = messageOf(throwable);
        return message.isEmpty() || (cause != null && message.equals(bounded(guarded(cause::toString))));
    }

    /** Returns at most {@value #MAX_MESSAGE} characters of a text, cut before a word. */
    public static String bounded(@Nullable String text) {
        if (text == null || text.length() <= MAX_MESSAGE) {
            return text == null ? "" : text;
        }
        int end = MAX_MESSAGE;
        while (end > MAX_MESSAGE - LONGEST_WORD && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The boundary to foreign accessors. Whatever one throws, the failure at hand is what matters. */
    public static <T> @Nullable T guarded(Supplier<@Nullable T> accessor) {
        try {
            return accessor.get();
        } catch (Throwable unusable) {
            return null;
        }
    }
}
