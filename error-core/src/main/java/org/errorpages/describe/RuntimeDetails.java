package org.errorpages.describe;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.errorpages.http.DeveloperRequestDetails.RequestProperty;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor;

/**
 * Supplies harmless details of the Java runtime and operating system.
 *
 * <p>It reads no environment variables and only the system properties named here.
 *
 * @param details supplies the present values in order, keyed for the texts {@code dev.runtime.KEY}; {@value #UPTIME} is an ISO
 *     8601 duration
 */
public record RuntimeDetails(Supplier<Map<String, String>> details) {

    private static final String UPTIME = "uptime";

    private static final List<String> UNITS = List.of("days", "hours", "minutes", "seconds");
    private static final long MEGABYTE = 1 << 20;

    /** Returns the details of this JVM. */
    public static RuntimeDetails here() {
        return new RuntimeDetails(RuntimeDetails::now);
    }

    /** Returns the redacted details, preceded by the container of a request. */
    List<RedactedField> fields(RequestSnapshot request, Messages messages, Redactor redactor) {
        var all = new LinkedHashMap<String, String>();
        request.details().property(RequestProperty.SERVER).ifPresent(server -> all.put("container", server));
        all.putAll(details.get());
        all.computeIfPresent(UPTIME, (key, uptime) -> humanDuration(Duration.parse(uptime), messages));
        return all.entrySet().stream()
                .map(detail -> redactor.redactFieldValue(
                        messages.get("dev.runtime." + detail.getKey()), detail.getValue(), RedactedField.MAX_NAME))
                .toList();
    }

    /** Returns a duration in its two largest units, such as {@code 2 hours 5 minutes}; a negative one is zero. */
    static String humanDuration(Duration duration, Messages messages) {
        var positive = duration.isNegative() ? Duration.ZERO : duration;
        long[] counts = {positive.toDays(), positive.toHoursPart(), positive.toMinutesPart(), positive.toSecondsPart()};
        int last = UNITS.size() - 1;
        int first =
                IntStream.range(0, last).filter(i -> counts[i] > 0).findFirst().orElse(last);
        return IntStream.rangeClosed(first, Math.min(first + 1, last))
                .filter(i -> i == first || counts[i] > 0)
                .mapToObj(i -> messages.get(
                        "dev.time." + UNITS.get(i) + (counts[i] == 1 ? ".one" : ""), "count", Long.toString(counts[i])))
                .collect(Collectors.joining(" "));
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
