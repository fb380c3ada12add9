package org.errorpages.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.errorpages.CustomResources;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.Settings;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.status.Status;

/**
 * What is to be exported, and where it will lie.
 *
 * @param folder where the files are written
 * @param root where the files lie on the gateway: an absolute path
 * @param codes the status codes for which there are pages, in order
 * @param config the settings that the pages follow
 */
record ExportOptions(Path folder, String root, List<Integer> codes, ErrorPagesConfig config) {

    /** An absolute path of characters that are plain in each of the configurations. */
    private static final String PLAIN = "([A-Za-z]:)?/[\\p{L}\\p{N}/._:+~-]+";

    ExportOptions {
        if (!root.matches(PLAIN)) {
            throw Settings.refusal("root", root, "an absolute path of letters, digits and / . _ : + ~ -");
        }
        codes = List.copyOf(codes);
    }

    /**
     * Returns the export that the arguments of the command ask for.
     *
     * @throws IllegalArgumentException if an argument is unknown or its value not allowed
     */
    static ExportOptions parse(List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).contains("=")) {
            throw new IllegalArgumentException("the first argument is the folder to write to");
        }
        var folder = Path.of(arguments.get(0));
        var settings = settings(arguments.subList(1, arguments.size()));
        var known = Stream.concat(ErrorPagesConfig.KEYS.stream(), Stream.of("codes", "root", "messages"))
                .toList();
        var codes = Settings.of(settings, known).text("codes", "");
        settings.remove("codes");
        var root = settings.remove("root");
        var messages = settings.remove("messages");
        var texts = messages == null ? ResourceFolder.none() : ResourceFolder.at(Path.of(messages));
        var config = ErrorPagesConfig.from(settings, new CustomResources(ResourceFolder.none(), texts));
        return new ExportOptions(
                folder,
                root == null ? folder.toAbsolutePath().normalize().toString() : withoutLastSlash(root.strip()),
                codes(codes, exportable(config)),
                config);
    }

    /** Returns the languages of the pages. */
    SupportedLocales locales() {
        return config.supportedLocales();
    }

    private static Map<String, String> settings(List<String> arguments) {
        var settings = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + argument + "' isn't a setting; write key=value");
            }
            var key = argument.substring(0, equals);
            if (settings.put(key, argument.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("'" + key + "' is set twice");
            }
        }
        return settings;
    }

    /** A gateway answers for a server: those of its codes that have texts of their own. */
    private static SortedSet<Integer> exportable(ErrorPagesConfig config) {
        return config.supportedLocales().fallback().codes().tailSet(Status.INTERNAL_SERVER_ERROR.code());
    }

    private static List<Integer> codes(String text, SortedSet<Integer> allowed) {
        if (text.isBlank()) {
            return List.copyOf(allowed);
        }
        var names = allowed.stream().map(String::valueOf).toList();
        var wanted = Stream.of(text.split(",", -1))
                .map(String::strip)
                .distinct()
                .sorted()
                .toList();
        if (!names.containsAll(wanted)) {
            throw Settings.refusal("codes", text, String.join(", ", names));
        }
        return wanted.stream().map(Integer::valueOf).toList();
    }

    private static String withoutLastSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
