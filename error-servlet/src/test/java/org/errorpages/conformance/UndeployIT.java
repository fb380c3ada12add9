package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.runtime.ObjectMethods;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Tests that an undeployed application leaves nothing behind in its server. */
@Tag("thorough")
final class UndeployIT {

    private static final String WEB_XML =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <listener>
                <listener-class>org.errorpages.conformance.ApplicationUndeploy$Start</listener-class>
              </listener>
              <context-param>
                <param-name>errorpages.mode</param-name>
                <param-value>development</param-value>
              </context-param>
            </web-app>
            """;

    @TempDir
    private Path folder = Path.of("");

    /** A thread or ThreadLocal of ours would retain the class loader, because the threads of the server stay. */
    @Case(99)
    void anUndeployedApplicationIsGarbageCollected(Container container) throws Exception {
        var with = WarFolder.with(folder.resolve("with"), "").file("WEB-INF/web.xml", WEB_XML);
        var without = WarFolder.with(folder.resolve("without"), "").file("WEB-INF/web.xml", WEB_XML);
        removeLibraries(without);

        var expected = Differences.expected(99, container, "after its undeployment");
        assertThat(collected(container, without)).as("without us").isEqualTo(expected);
        assertThat(collected(container, with)).as("with us").isEqualTo(expected);
    }

    private static void removeLibraries(WarFolder war) throws IOException {
        try (var jars = Files.list(war.path().resolve("WEB-INF/lib"))) {
            for (var jar : jars.toList()) {
                Files.delete(jar);
            }
        }
    }

    private static String collected(Container container, WarFolder war) throws Exception {
        var loader = new AtomicReference<WeakReference<?>>();
        try (var server = served(container, war, loader)) {
            for (var path : List.of("/fail/bug", "/fail/send", "/fail/committed")) {
                for (var form : List.of("text/html", "application/json", "application/xml", "text/plain")) {
                    Requests.get(server, path, "Accept: " + form);
                    // As a public client.
                    Requests.get(server, path, "Accept: " + form, "X-Forwarded-For: 192.0.2.1");
                }
            }
            assertThat(loader.get().get()).isNotNull();
            server.undeploy();
            // A thread or a connection may retain its last request.
            if (isClearedSoon(loader.get(), () -> Requests.get(server, "/gone"))) {
                return "after its undeployment";
            }
        }
        return isClearedSoon(loader.get(), () -> {}) ? "after the server has ended" : "never";
    }

    private static TestServer served(Container container, WarFolder war, AtomicReference<WeakReference<?>> loader)
            throws Exception {
        try (var log = CapturedLog.open()) {
            var server = container.serve(war);
            Requests.get(server, "/fail/bug");
            log.records().stream()
                    .filter(each -> "conformance.loader".equals(each.getLoggerName()))
                    .forEach(each -> loader.set((WeakReference<?>) each.getParameters()[0]));
            return server;
        }
    }

    /** The garbage collector needs several attempts. */
    private static boolean isClearedSoon(WeakReference<?> loader, Runnable nudge) throws Exception {
        forgetRecords();
        for (int i = 0; i < 150 && loader.get() != null; i++) {
            nudge.run();
            System.gc();
            Thread.sleep(100);
        }
        return loader.get() == null;
    }

    /** Java 17 itself retains the last record whose equals and hashCode it linked. */
    private static void forgetRecords() throws Exception {
        var lookup = MethodHandles.lookup();
        var getter = lookup.findVirtual(Last.class, "one", MethodType.methodType(String.class));
        var types = Map.of(
                "equals", MethodType.methodType(boolean.class, Last.class, Object.class),
                "hashCode", MethodType.methodType(int.class, Last.class),
                "toString", MethodType.methodType(String.class, Last.class));
        for (var method : types.entrySet()) {
            assertThat(linked(lookup, method.getKey(), method.getValue(), getter))
                    .isNotNull();
        }
    }

    private static Object linked(MethodHandles.Lookup lookup, String method, MethodType type, MethodHandle getter) {
        try {
            return ObjectMethods.bootstrap(lookup, method, type, Last.class, "one", getter);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private record Last(String one) {}
}
