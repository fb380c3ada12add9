package org.errorpages.conformance;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.errorpages.container.Container;
import org.errorpages.container.Exchanges;
import org.errorpages.container.RawResponse;
import org.errorpages.container.recorder.AnswerFolder;
import org.errorpages.container.recorder.AnswerMask;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Records the answers of each case on each container, to compare those of two versions, where the system property
 * {@code answers} names a folder. The property {@code answers.containers} narrows the containers, such as {@code
 * TOMCAT_11,JETTY_12_1}. Tests that are no case are skipped then.
 */
public final class MatrixRecorder implements InvocationInterceptor {

    /** Requests that a case repeats until the server has come so far. */
    private static final List<String> POLLED =
            List.of("/look/", "/async/completions", "/losing/clients", "/methods-left", "/gone");

    private static final AnswerMask MASK = new AnswerMask();
    private static final boolean RECORDING = System.getProperty("answers") != null;
    private static final Pattern CONTAINERS =
            Pattern.compile(System.getProperty("answers.containers", ".*").replace(',', '|'));

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        if (isRecorded(context)) {
            invocation.skip();
        } else {
            invocation.proceed();
        }
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        if (!isRecorded(context)) {
            invocation.proceed();
            return;
        }
        var number = called.getExecutable().getAnnotation(Case.class);
        if (number == null
                || !(called.getArguments().get(0) instanceof Container container)
                || !CONTAINERS.matcher(container.name()).matches()) {
            invocation.skip();
            return;
        }
        Exchanges.listen(new Recording(
                AnswerFolder.chosen(Path.of("target", "answers"), MASK),
                List.of(
                        container.name().toLowerCase(Locale.ROOT),
                        String.format(Locale.ROOT, "case-%03d", number.value()))));
        try {
            invocation.proceed();
        } finally {
            Exchanges.listen(null);
        }
    }

    /** Returns whether answers are recorded, and the test is one of this suite. */
    private static boolean isRecorded(ExtensionContext context) {
        return RECORDING && context.getRequiredTestClass().getPackageName().equals(Case.class.getPackageName());
    }

    /** Writes the answers of one case; of a request that is repeated at once on the same server the last one. */
    private static final class Recording implements Exchanges.Listener {

        private final Map<String, Integer> counts = new HashMap<>();
        private final AnswerFolder folder;
        private final List<String> names;
        private String last = "";

        Recording(AnswerFolder folder, List<String> names) {
            this.folder = folder;
            this.names = names;
        }

        @Override
        public synchronized void answered(int port, String requestHead, RawResponse answer) {
            if (POLLED.stream().anyMatch(requestHead::contains)) {
                return;
            }
            var request = name(requestHead);
            var here = port + " " + request;
            int count = counts.merge(request, here.equals(last) ? 0 : 1, Integer::sum);
            last = here;
            var file = new ArrayList<>(names);
            file.add(count == 1 ? request : request + "." + count);
            folder.write(file, answer);
        }

        /** Returns the request line and the header lines but for Host, or their hash where they are long. */
        private static String name(String requestHead) {
            var lines = requestHead.replace(" HTTP/1.1", "").lines().filter(line -> !line.startsWith("Host:"));
            var name = String.join(" ", lines.toList());
            return name.length() <= 120 ? name : name.substring(0, 100) + "-" + Integer.toHexString(name.hashCode());
        }
    }
}
