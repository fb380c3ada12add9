package org.errorpages.describe;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Supplies harmless details of the Java runtime and operating system.
 *
 * <p>It reads no environment variables and only the system properties named here.
 *
 * @param facts supplies the present values in order, keyed for the texts {@code dev.runtime.KEY}; {@value #UPTIME} is an ISO
 *     8601 duration
 */
public record RuntimeDetails(Supplier<Map<String, String>> facts) {

    static final String UPTIME = "uptime";

    private static final long MEGABYTE = 1 << 20;

    /** Returns the details of this JVM. */
    public static RuntimeDetails here() {
        return new RuntimeDetails(RuntimeDetails::now);
    }

    private static Map<String, String> now() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("java", property("java.version") + ", " + property("java.vendor"));
        facts.put("vm", property("java.vm.name") + " " + property("java.vm.version"));
        facts.put("os", property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
        facts.put("errorpages", version());
        facts.put(UPTIME, uptime());
        facts.put("memory", memory(Runtime.getRuntime()));
        facts.put("charset", Charset.defaultCharset().name());
        facts.put("zone", ZoneId.systemDefault().getId());
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    private static String version() {
        return Objects.requireNonNullElse(RuntimeDetails.class.getPackage().getImplementationVersion(), "");
    }

    private static String uptime() {
        var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return uptime.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String memory(Runtime runtime) {
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        return used + " / " + runtime.maxMemory() / MEGABYTE + " MiB";
    }
}
