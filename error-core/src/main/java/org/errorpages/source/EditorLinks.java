package org.errorpages.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The links that open a source file in the editor of the developer who looks at the page. Nothing is started on the server.
 *
 * @param template the link with placeholders, or null to make none
 * @param paths where the developer's machine has the files
 */
public record EditorLinks(@Nullable EditorTemplate template, PathMapping paths) {

    /** An editor that counts columns opens the first one: frames tell no column. */
    private static final String COLUMN = "1";

    public EditorLinks {
        Objects.requireNonNull(paths);
    }

    /** Returns what makes no links. */
    public static EditorLinks none() {
        return new EditorLinks(null, PathMapping.NONE);
    }

    /**
     * Returns the links of two settings.
     *
     * @param editor the name of an editor, a template with {@code {file}}, {@code {relative}} or {@code {class}} and perhaps
     *     {@code {line}} and {@code {column}}, or the empty string to make none
     * @param editorPathMapping where the developer's machine has the files: {@code /app=/home/me/shop}, separated by commas
     * @throws IllegalArgumentException if a value is not allowed; the message names key, value and what is
     */
    public static EditorLinks of(String editor, String editorPathMapping) {
        var paths = PathMapping.parse(editorPathMapping);
        return editor.isBlank()
                ? new EditorLinks(null, paths)
                : new EditorLinks(EditorTemplate.of(editor.strip()), paths);
    }

    /** Returns whether there are links at all. */
    public boolean anyMade() {
        return template != null;
    }

    /** Returns the link for the line of a frame, where its file lies in a folder. */
    public Optional<EditorLink> linkOf(SourceText source, StackTraceElement frame) {
        var path = source.path();
        return template == null || path == null
                ? Optional.empty()
                : Optional.of(new EditorLink(
                        template.filled(placeholder -> switch (placeholder) {
                            case "file" -> encoded(absolute(path));
                            case "relative" -> encoded(source.file());
                            case "class" -> encoded(frame.getClassName());
                            case "line" -> EditorTemplate.LINE;
                            default -> COLUMN;
                        }),
                        frame.getLineNumber()));
    }

    /** Returns the path on the developer's machine; one with a drive gets a slash in front: {@code /C:/shop}. */
    private String absolute(Path path) {
        var there = paths.local(path.toString().replace('\\', '/'));
        return there.startsWith("/") ? there : "/" + there;
    }

    /** Encodes all but unreserved characters (RFC 3986, section 2.3), slashes and the colon of a drive. */
    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%2F", "/")
                .replace("%3A", ":")
                .replace("%7E", "~");
    }
}
