package org.errorpages.conformance;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.errorpages.container.Container;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Records the result of each case on each container, for the document at the end of the run. */
public final class Matrix implements InvocationInterceptor {

    /** The number of cases. */
    static final int CASES = 100;

    private static final Map<Integer, Row> ROWS = new TreeMap<>();

    /**
     * The results of a case.
     *
     * @param sentence the name of the test as a sentence
     * @param passed whether it passed, by container
     */
    record Row(String sentence, Map<Container, Boolean> passed) {}

    /** Returns the cases that ran, by number. */
    static Map<Integer, Row> rows() {
        synchronized (ROWS) {
            return new TreeMap<>(ROWS);
        }
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<java.lang.reflect.Method> called,
            ExtensionContext context)
            throws Throwable {
        var method = called.getExecutable();
        var number = method.getAnnotation(Case.class);
        if (number == null || !(called.getArguments().get(0) instanceof Container container)) {
            invocation.proceed();
            return;
        }
        setResult(number.value(), method.getName(), container, false);
        invocation.proceed();
        setResult(number.value(), method.getName(), container, true);
    }

    private static void setResult(int number, String method, Container container, boolean passed) {
        synchronized (ROWS) {
            var row = ROWS.computeIfAbsent(number, absent -> new Row(sentence(method), new EnumMap<>(Container.class)));
            if (!row.sentence().equals(sentence(method))) {
                throw new IllegalStateException("case " + number + " exists twice: " + row.sentence());
            }
            row.passed().put(container, passed);
        }
    }

    /** Converts the name of a method to a sentence. */
    private static String sentence(String method) {
        var words = method.replaceAll("([a-z])([A-Z0-9])", "$1 $2").replaceAll("([A-Z0-9])([A-Z])", "$1 $2");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
