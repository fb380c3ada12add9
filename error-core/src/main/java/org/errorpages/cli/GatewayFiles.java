package org.errorpages.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The configurations of gateways, which choose a page by status code and Accept-Language. */
final class GatewayFiles {

    private static final List<String> TEMPLATES = List.of(
            "nginx-http.conf",
            "nginx-server.conf",
            "httpd.conf",
            "Caddyfile",
            "haproxy.cfg",
            "haproxy/languages.map",
            "haproxy/heads.map",
            "haproxy/bodies.map");

    /** The codes of ours that a configuration of HAProxy may answer ({@code http-error}). */
    private static final Set<Integer> HAPROXY_CODES = Set.of(500, 501, 502, 503, 504);

    private GatewayFiles() {}

    /** Returns the names of the files and what they hold. */
    static SortedMap<String, String> of(ExportOptions export, List<StaticPage> pages) {
        var words = words(export, pages.get(0).policy());
        var rows = rows(export, pages);
        var files = new TreeMap<String, String>();
        TEMPLATES.forEach(name -> files.put(name, Template.read(name).filled(words, rows)));
        pages.stream()
                .filter(page -> page.tag().equals(words.get("default")) && HAPROXY_CODES.contains(page.code()))
                .forEach(page -> files.put("haproxy/" + page.code() + ".html", haproxyPage(page, words)));
        return files;
    }

    private static Map<String, String> words(ExportOptions export, String policy) {
        var wishes = export.locales().wishes().keySet();
        return Map.of(
                "root", export.root(),
                "default", export.locales().fallback().tag(),
                "policy", policy,
                "alternatives", String.join("|", wishes),
                "wishes", String.join(";", wishes));
    }

    private static List<Map<String, String>> rows(ExportOptions export, List<StaticPage> pages) {
        var rows = new ArrayList<Map<String, String>>();
        for (int code : export.codes()) {
            rows.add(Map.of("code", Integer.toString(code)));
            if (HAPROXY_CODES.contains(code)) {
                rows.add(Map.of("haproxy", Integer.toString(code)));
            }
        }
        export.locales().wishes().forEach((wish, tag) -> rows.add(Map.of("wish", wish, "tag", tag)));
        pages.stream()
                .filter(page -> HAPROXY_CODES.contains(page.code()))
                .forEach(page -> rows.add(
                        Map.of("page", page.code() + "." + page.tag(), "head", page.head(), "body", page.body())));
        return rows;
    }

    /**
     * HAProxy serves no files and writes no line break that comes from a map. So what stands before and after the style
     * is one line of a map for each page; the style, whose bytes the policy names, stays as it is in a file for each code.
     */
    private static String haproxyPage(StaticPage page, Map<String, String> words) {
        var more = new HashMap<>(words);
        more.put("code", Integer.toString(page.code()));
        more.put("style", page.style().replace("%", "%%"));
        return Template.read("haproxy/page.html").filled(more, List.of());
    }
}
