package org.errorpages.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.redact.PrintableText;
import org.errorpages.redact.RedactedField;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.source.SourceFinder.SourceText;

/**
 * Creates links that open source files in the developer's editor. Nothing is started on the server.
 *
 * @param template a link with placeholders, or the empty string for no links
 * @param folders maps absolute folders of the server, such as a container, to those of the developer's machine
 */
public record EditorLinks(String template, Map<String, String> folders) {

    private static final Map<String, String> EDITORS =
            new TreeMap<>(ClasspathResource.table(EditorLinks.class, "editors.properties"));

    private static final Set<String> SCHEMES = EDITORS.values().stream()
            .map(link -> link.substring(0, link.indexOf(':')))
            .collect(Collectors.toCollection(TreeSet::new));

    /** The address of a JetBrains IDE on the developer's machine. */
    private static final String JETBRAINS = "http://localhost:63342/";

    private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(file|relative|class|line|column)}");
    private static final Pattern LITERAL = Pattern.compile("[!#-;=?-\\[\\]_a-z~]*");

    /** Stack traces have no columns. */
    private static final String COLUMN = "1";

    /** Returns the setting for no links. */
    public static EditorLinks none() {
        return new EditorLinks("", Map.of());
    }

    /**
     * Parses two settings.
     *
     * @param editor the name of an editor, a template with {@code {file}}, {@code {relative}} or {@code {class}} and
     *     optionally {@code {line}} and {@code {column}}, or the empty string for no links
     * @param editorPathMapping comma-separated pairs of server and developer folders: {@code /app=/home/me/shop}
     * @throws IllegalArgumentException if a value isn't allowed; the message names key, value and the allowed values
     */
    public static EditorLinks of(String editor, String editorPathMapping) {
        var folders = folders(editorPathMapping);
        var template = EDITORS.getOrDefault(editor.strip(), editor.strip());
        if (!template.isEmpty() && !isAllowed(template)) {
            throw new IllegalArgumentException("editor = '" + PrintableText.line(template, RedactedField.MAX_NAME)
                    + "' is not allowed; allowed: " + String.join(", ", EDITORS.keySet())
                    + ", or a link with {file}, {relative} or {class} and optionally {line} and {column}, with one"
                    + " of the schemes " + String.join(", ", SCHEMES) + "; http only for " + JETBRAINS);
        }
        return new EditorLinks(template, folders);
    }

    /** Accepts a template with an allowed scheme, printable ASCII, and a placeholder for the file. */
    private static boolean isAllowed(String template) {
        var scheme = SCHEME.matcher(template);
        return scheme.find()
                && SCHEMES.contains(scheme.group(1))
                && (!template.startsWith("http") || template.startsWith(JETBRAINS))
                && LITERAL.matcher(PLACEHOLDER.matcher(template).replaceAll("")).matches()
                && (template.contains("{file}") || template.contains("{relative}") || template.contains("{class}"));
    }

    private static Map<String, String> folders(String pairs) {
        var folders = new HashMap<String, String>();
        for (var pair : pairs.split(",", -1)) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                var remote = folder(pair.substring(0, Math.max(0, equals)));
                var local = folder(pair.substring(equals + 1));
                if (equals < 0 || !isAbsolute(remote) || !isAbsolute(local)) {
                    throw new IllegalArgumentException(
                            "editorPathMapping = '" + PrintableText.line(pairs, RedactedField.MAX_NAME)
                                    + "' is not allowed; allowed: pairs of absolute folders such as"
                                    + " /app=/home/me/shop or /app=C:/work/shop, separated by commas");
                }
                folders.put(remote, local);
            }
        }
        return Map.copyOf(folders);
    }

    private static String folder(String path) {
        return path.strip().replace('\\', '/').replaceFirst("(?<=.)/+$", "");
    }

    private static boolean isAbsolute(String path) {
        return path.matches("(?:/|[A-Za-z]:(?:/|$)).*");
    }

    public boolean isEnabled() {
        return !template.isEmpty();
    }

    /** Returns the link to the line of a frame, or empty if links are off or the source isn't a plain file. */
    public Optional<Link> linkOf(SourceText source, StackTraceElement frame) {
        var path = source.path();
        if (template.isEmpty() || path == null) {
            return Optional.empty();
        }
        var link = PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "file" -> encode(absolute(path));
                            case "relative" -> encode(source.file());
                            case "class" -> encode(frame.getClassName());
                            case "line" -> Link.LINE;
                            default -> COLUMN;
                        }));
        return Optional.of(new Link(link, frame.getLineNumber()));
    }

    /** Returns the path on the developer's machine; one with a drive letter gets a leading slash: {@code /C:/shop}. */
    private String absolute(Path path) {
        var local = local(path.toString().replace('\\', '/'));
        return local.startsWith("/") ? local : "/" + local;
    }

    /** Returns the path with its longest mapped folder replaced, or unchanged if there's none. */
    private String local(String path) {
        var longest = folders.keySet().stream()
                .filter(folder -> path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        var local = folders.get(longest);
        if (local == null) {
            return path;
        }
        var rest = path.substring(longest.length()).replaceFirst("^/", "");
        return local.endsWith("/") ? local + rest : local + "/" + rest;
    }

    /** Encodes all but unreserved characters (RFC 3986, section 2.3), slashes and colons. */
    private static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%2F", "/")
                .replace("%3A", ":")
                .replace("%7E", "~");
    }

    /**
     * A link that opens a source file in the developer's editor.
     *
     * @param template the link, with {@code {line}} in place of a line number if the editor supports it
     * @param line the number of the line in the stack trace
     */
    public record Link(String template, int line) {

        private static final String LINE = "{line}";

        /** Returns the link to the line in the stack trace. */
        public String url() {
            return urlOfLine(line);
        }

        /** Returns the link to another line. */
        public String urlOfLine(int number) {
            return template.replace(LINE, Integer.toString(Math.max(1, number)));
        }
    }
}
