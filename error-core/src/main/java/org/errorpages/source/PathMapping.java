package org.errorpages.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.SafeText;

/**
 * Where a developer's machine has the folders of the machine that answers: of a container, say.
 *
 * @param folders folders there and here; both absolute and without a slash at the end
 */
public record PathMapping(Map<String, String> folders) {

    /** Both are one machine. */
    static final PathMapping NONE = new PathMapping(Map.of());

    public PathMapping {
        folders = Map.copyOf(folders);
    }

    /**
     * Returns the map of {@code remote=local} pairs, separated by commas.
     *
     * @throws IllegalArgumentException if a pair is none of absolute paths
     */
    static PathMapping parse(String pairs) {
        var folders = new LinkedHashMap<String, String>();
        for (var pair : pairs.split(",", -1)) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                var remote = folder(pair.substring(0, Math.max(0, equals)));
                var local = folder(pair.substring(equals + 1));
                if (equals < 0 || !isAbsolute(remote) || !isAbsolute(local)) {
                    throw new IllegalArgumentException(
                            "editorPathMapping = '" + SafeText.line(pairs, RedactedField.MAX_NAME)
                                    + "' is not allowed; allowed: pairs of absolute folders such as /app=/home/me/shop"
                                    + " or /app=C:/work/shop, separated by commas");
                }
                folders.put(remote, local);
            }
        }
        return new PathMapping(folders);
    }

    private static String folder(String path) {
        return path.strip().replace('\\', '/').replaceFirst("(?<=.)/+$", "");
    }

    private static boolean isAbsolute(String path) {
        return path.matches("(?:/|[A-Za-z]:(?:/|$)).*");
    }

    /** Returns the path on the developer's machine: below the longest folder that is known, else as it is. */
    String local(String path) {
        var longest = "";
        for (var remote : folders.keySet()) {
            boolean below = path.equals(remote) || path.startsWith(remote.endsWith("/") ? remote : remote + "/");
            longest = below && remote.length() > longest.length() ? remote : longest;
        }
        var local = folders.get(longest);
        if (local == null) {
            return path;
        }
        var rest = path.substring(longest.length()).replaceFirst("^/", "");
        return local.endsWith("/") ? local + rest : local + "/" + rest;
    }
}
