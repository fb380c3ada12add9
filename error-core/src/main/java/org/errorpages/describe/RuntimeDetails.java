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
 * @param details supplies the present values in order, keyed for the texts {@code dev.runtime.KEY}; {@value #UPTIME} is an ISO
 *     8601 duration
 */
public record RuntimeDetails(Supplier<Map<String, String>> details) {

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
        var version = RuntimeDetails.class.getPackage().getImplementationVersion();
        facts.put("errorpages", Objects.requireNonNullElse(version, ""));
        var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        facts.put(UPTIME, uptime.truncatedTo(ChronoUnit.SECONDS).toString());
        var memory = Runtime.getRuntime();
        long used = (memory.totalMemory() - memory.freeMemory()) / MEGABYTE;
        facts.put("memory", used + " / " + memory.maxMemory() / MEGABYTE + " MiB");
        facts.put("charset", Charset.defaultCharset().name());
        facts.put("zone", ZoneId.systemDefault().getId());
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
