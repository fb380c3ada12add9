package org.errorpages.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.resource.ClasspathResource;

/** Creates gateway configurations that select a page by status code and Accept-Language. */
final class GatewayConfigurations {

    private static final List<String> TEMPLATES = List.of(
            "nginx-http.conf",
            "nginx-server.conf",
            "httpd.conf",
            "Caddyfile",
            "haproxy.cfg",
            "haproxy/languages.map",
            "haproxy/heads.map",
            "haproxy/bodies.map");

    /** The codes of server errors that HAProxy supports in {@code http-error}. */
    private static final Set<Integer> HAPROXY_CODES = Set.of(500, 501, 502, 503, 504);

    private GatewayConfigurations() {}

    /** Returns the contents of the files by name. */
    static SortedMap<String, String> of(ExportOptions options, List<ExportedPage> pages) {
        var values = values(options, pages.get(0).policy());
        var rows = rows(options, pages);
        var files = new TreeMap<String, String>();
        TEMPLATES.forEach(name -> files.put(name, Template.read(name).fill(values, rows)));
        pages.stream()
                .filter(page -> page.tag().equals(values.get("default")) && HAPROXY_CODES.contains(page.code()))
                .forEach(page -> files.put("haproxy/" + page.code() + ".html", haproxyPage(page, values)));
        return files;
    }

    private static Map<String, String> values(ExportOptions options, String policy) {
        var ranges = options.config().supportedLocales().tagsByRange().keySet();
        return Map.of(
                "root", options.root(),
                "default", options.config().supportedLocales().fallback().tag(),
                "policy", policy,
                "alternatives", String.join("|", ranges),
                "ranges", String.join(";", ranges));
    }

    private static List<Map<String, String>> rows(ExportOptions options, List<ExportedPage> pages) {
        var rows = new ArrayList<Map<String, String>>();
        for (int code : options.codes()) {
            rows.add(Map.of("code", Integer.toString(code)));
            if (HAPROXY_CODES.contains(code)) {
                rows.add(Map.of("haproxy", Integer.toString(code)));
            }
        }
        options.config()
                .supportedLocales()
                .tagsByRange()
                .forEach((range, tag) -> rows.add(Map.of("range", range, "tag", tag)));
        pages.stream()
                .filter(page -> HAPROXY_CODES.contains(page.code()))
                .forEach(page -> rows.add(
                        Map.of("page", page.code() + "." + page.tag(), "head", page.head(), "body", page.body())));
        return rows;
    }

    /**
     * HAProxy serves no files and can't output line breaks from a map. So the markup before and after the style is one
     * line of a map for each page. The style, whose hash is in the policy, is unchanged in a file for each code.
     */
    private static String haproxyPage(ExportedPage page, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("code", Integer.toString(page.code()));
        all.put("style", page.style().replace("%", "%%"));
        return Template.read("haproxy/page.html").fill(all, List.of());
    }

    /**
     * A configuration with placeholders, written {@code @word@}.
     *
     * <p>A line with placeholders for row values is repeated for each row that has them all. Inserted values aren't parsed
     * again.
     */
    record Template(String text) {

        private static final Pattern PLACEHOLDER = Pattern.compile("@([a-z]+)@");

        /** Returns the template in a file of this package. */
        static Template read(String name) {
            return new Template(ClasspathResource.text(Template.class, name));
        }

        /** Returns the text with values that are the same in all lines and values of rows. */
        String fill(Map<String, String> values, List<Map<String, String>> rows) {
            return text.lines().flatMap(line -> fill(line, values, rows)).collect(Collectors.joining("\n", "", "\n"));
        }

        private static Stream<String> fill(String line, Map<String, String> values, List<Map<String, String>> rows) {
            var rowKeys = PLACEHOLDER
                    .matcher(line)
                    .results()
                    .map((MatchResult placeholder) -> placeholder.group(1))
                    .filter(key -> !values.containsKey(key))
                    .collect(Collectors.toUnmodifiableSet());
            return rowKeys.isEmpty()
                    ? Stream.of(fill(line, values))
                    : rows.stream()
                            .filter(row -> row.keySet().containsAll(rowKeys))
                            .map(row -> {
                                var all = new HashMap<>(row);
                                all.putAll(values);
                                return fill(line, all);
                            });
        }

        private static String fill(String line, Map<String, String> values) {
            return PLACEHOLDER
                    .matcher(line)
                    .replaceAll(placeholder ->
                            Matcher.quoteReplacement(Objects.requireNonNull(values.get(placeholder.group(1)))));
        }
    }
}
