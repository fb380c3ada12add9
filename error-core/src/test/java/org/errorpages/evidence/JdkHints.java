package org.errorpages.evidence;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Provides exceptions of the JDK, nearly all provoked for real. */
final class JdkHints {

    private JdkHints() {}

    static List<HintCase> all() {
        var cases = new ArrayList<HintCase>();
        cases.addAll(nothingThere());
        cases.addAll(limits());
        cases.addAll(data());
        cases.addAll(collections());
        return cases;
    }

    private static List<HintCase> nothingThere() {
        return List.of(
                HintCase.of(
                        "environment-missing",
                        "An environment variable is not set",
                        () -> run("-g", "System.getenv(\"ERRORPAGES_NOT_SET\").length();")),
                HintCase.of(
                        "property-missing",
                        "A system property is not set",
                        () -> run("-g", "System.getProperty(\"errorpages.not.set\").length();")),
                HintCase.of(
                        "null-local", "A local variable is null", () -> run("-g:none", "String s = null; s.length();")),
                HintCase.of("null-value", "title is null", () -> run("-g", "String title = null; title.length();")),
                HintCase.of(
                        "null-returned",
                        "java.util.Map.get(Object) returned null",
                        () -> run("-g", "java.util.Map.of().get(1).hashCode();")),
                HintCase.of(
                        "null-refused",
                        "An argument must not be null",
                        () -> run("-g", "java.util.Objects.requireNonNull(null);")),
                HintCase.stub(
                        "trace-omitted", "The JVM left out the stack trace", traceless(new NullPointerException())),
                HintCase.stub(
                        "trace-omitted", "The JVM left out the stack trace", traceless(new ArithmeticException())),
                HintCase.stub(
                        "null-somewhere",
                        "Something is null, and the message does not say what",
                        new NullPointerException()),
                HintCase.of(
                        "optional-empty",
                        "An Optional is empty",
                        () -> run("-g", "java.util.Optional.empty().orElseThrow();")));
    }

    private static void run(String option, String statement) throws Throwable {
        var source = "package shop; public class Desk { public static void call() { " + statement + " } }";
        CompiledSources.call(
                CompiledSources.with(List.of(option), List.of(source)).loader(), "shop.Desk", "call");
    }

    private static Throwable traceless(Throwable thrown) {
        thrown.setStackTrace(new StackTraceElement[0]);
        return thrown;
    }

    private static List<HintCase> limits() {
        return List.of(
                HintCase.of("recursion", "shop.Desk.call calls itself without end", () -> run("-g", "call();")),
                HintCase.stub("recursion-somewhere", "The stack is full", new StackOverflowError()),
                HintCase.stub("heap-full", "The heap is full", new OutOfMemoryError("Java heap space")),
                HintCase.of(
                        "array-too-large",
                        "An array was to be larger than Java allows",
                        () -> run("-g", "long[] all = new long[Integer.MAX_VALUE];")),
                HintCase.stub("metaspace-full", "There is no room for more classes", new OutOfMemoryError("Metaspace")),
                HintCase.stub(
                        "no-thread",
                        "The system gives no more threads",
                        new OutOfMemoryError(
                                "unable to create native thread: possibly out of memory or process/resource limits"
                                        + " reached")),
                HintCase.stub(
                        "direct-memory-full",
                        "The memory outside of the heap is full",
                        new OutOfMemoryError(
                                "Cannot reserve 1048576 bytes of direct buffer memory (allocated: 1048576, limit:"
                                        + " 1048576)")),
                HintCase.stub(
                        "too-many-files",
                        "Too many files and sockets are open",
                        new IOException("Too many open files")),
                HintCase.of("disk-full", "The disk is full", JdkHints::fillDisk),
                HintCase.of(
                        "executor-full",
                        "The thread pool is full: {n} of 1 threads busy, 1 tasks waiting",
                        () -> submit(false)),
                HintCase.of("executor-stopped", "The thread pool has been shut down", () -> submit(true)));
    }

    private static void fillDisk() throws IOException {
        try (var full = new FileOutputStream("/dev/full")) {
            full.write(1);
        }
    }

    private static void submit(boolean stopped) throws InterruptedException {
        var pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
        try {
            if (stopped) {
                pool.shutdown();
            }
            for (int i = 0; i < 3; i++) {
                pool.execute(JdkHints::sleep);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<HintCase> data() {
        return List.of(
                HintCase.of("bytes-malformed", "The bytes are not text of that encoding", () -> StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(new byte[] {-1}))),
                HintCase.of(
                        "character-unmappable",
                        "A character does not exist in that encoding",
                        () -> StandardCharsets.US_ASCII.newEncoder().encode(CharBuffer.wrap("é"))),
                HintCase.of("number-malformed", "\"1,5\" is not a number", () -> Integer.valueOf("1,5")),
                HintCase.of(
                        "number-null", "A number was to be read from null", () -> run("-g", "Integer.parseInt(null);")),
                HintCase.of(
                        "date-malformed",
                        "\"26.11.2026\" is not a date of the expected form",
                        () -> run("-g", "java.time.LocalDate.parse(\"26.11.2026\");")),
                HintCase.of(
                        "constant-missing",
                        "There is no constant java.util.concurrent.TimeUnit.WEEKS",
                        () -> run("-g", "java.util.concurrent.TimeUnit.valueOf(\"WEEKS\");")),
                HintCase.of(
                        "bundle-missing",
                        "The texts shop.texts were not found",
                        () -> ResourceBundle.getBundle("shop.texts", Locale.KOREA)),
                HintCase.of(
                        "text-missing",
                        "java.util.PropertyResourceBundle has no text greeting",
                        () -> new PropertyResourceBundle(new StringReader("")).getString("greeting")),
                HintCase.of("not-serializable", "java.lang.Object is not Serializable", JdkHints::serialize),
                HintCase.of("file-missing", "There is no file /nowhere/prices.csv", () -> new FileInputStream(
                                "/nowhere/prices.csv")
                        .close()),
                HintCase.of(
                        "file-missing",
                        "There is no file /nowhere/prices.csv",
                        () -> Files.size(Path.of("/nowhere/prices.csv"))),
                HintCase.of("file-is-folder", "/proc is a folder", () -> new FileInputStream("/proc").close()),
                HintCase.stub(
                                "file-denied",
                                "The server may not use /etc/shadow",
                                new AccessDeniedException("/etc/shadow"))
                        .saying("namei -l /etc/shadow"));
    }

    private static void serialize() throws IOException {
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(new Object());
        } catch (NotSerializableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<HintCase> collections() {
        return List.of(
                HintCase.of(
                        "changed-while-iterating",
                        "A collection was changed while somebody went through it",
                        () -> changed(new ArrayList<>(List.of(1, 2, 3)))),
                HintCase.of(
                        "collection-unmodifiable",
                        "This collection cannot be changed",
                        () -> run("-g", "java.util.List.of().add(null);")),
                HintCase.of(
                        "collection-unmodifiable",
                        "This collection cannot be changed",
                        () -> run("-g", "java.util.Arrays.asList(1).add(2);")),
                HintCase.of(
                        "collection-unmodifiable",
                        "This collection cannot be changed",
                        () -> run("-g", "java.util.Collections.emptyMap().put(null, null);")),
                HintCase.of(
                        "index-outside",
                        "There is no place 3: there are 3",
                        () -> Objects.requireNonNull(new ArrayList<>(List.of(1, 2, 3)).get(3))),
                HintCase.of(
                        "range-outside",
                        "There is no part from 2 to -1: the length is 4",
                        () -> run("-g", "\"book\".substring(2, \"book\".indexOf('x'));")),
                HintCase.of("division-by-zero", "Division by zero", () -> run("-g", "int n = 0; n = 1 / n;")));
    }

    private static void changed(List<Integer> numbers) {
        var walk = numbers.iterator();
        numbers.remove(walk.next());
        walk.next();
    }
}
