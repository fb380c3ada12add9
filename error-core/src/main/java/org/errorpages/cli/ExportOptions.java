package org.errorpages.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.errorpages.CheckedSettings;
import org.errorpages.CustomResources;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.status.Status;

/**
 * The options of an export.
 *
 * @param root the absolute path of the files on the gateway
 * @param codes the status codes of the pages, in order
 */
record ExportOptions(Path folder, String root, List<Integer> codes, ErrorPagesConfig config) {

    /** An absolute path of characters without a special meaning in any of the configurations. */
    private static final String PLAIN_PATH = "([A-Za-z]:)?/[\\p{L}\\p{N}/._:+~-]+";

    ExportOptions {
        if (!root.matches(PLAIN_PATH)) {
            throw CheckedSettings.invalidValue("root", root, "an absolute path of letters, digits and / . _ : + ~ -");
        }
        codes = List.copyOf(codes);
    }

    /**
     * Returns the options in the arguments of the command.
     *
     * @throws IllegalArgumentException if an argument is unknown or its value isn't allowed
     */
    static ExportOptions parse(List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).contains("=")) {
            throw new IllegalArgumentException("the first argument is the folder to write to");
        }
        var folder = Path.of(arguments.get(0));
        var settings = settings(arguments.subList(1, arguments.size()));
        var known = Stream.concat(ErrorPagesConfig.KEYS.stream(), Stream.of("codes", "root", "messages"))
                .toList();
        var codes = CheckedSettings.of(settings, known).text("codes", "");
        settings.remove("codes");
        var root = settings.remove("root");
        var messages = settings.remove("messages");
        var texts = messages == null ? ResourceFolder.none() : ResourceFolder.at(Path.of(messages));
        var config = ErrorPagesConfig.from(settings, new CustomResources(ResourceFolder.none(), texts));
        return new ExportOptions(
                folder,
                root == null
                        ? folder.toAbsolutePath().normalize().toString()
                        : root.strip().replaceAll("(.)/$", "$1"),
                codes(codes, config),
                config);
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

    /** Returns the codes in a list, by default all codes of server errors that have their own texts. */
    private static List<Integer> codes(String list, ErrorPagesConfig config) {
        var allowed = config.supportedLocales().fallback().codes().tailSet(Status.INTERNAL_SERVER_ERROR.code());
        if (list.isBlank()) {
            return List.copyOf(allowed);
        }
        var names = allowed.stream().map(String::valueOf).toList();
        var codes = Stream.of(list.split(",", -1))
                .map(String::strip)
                .distinct()
                .sorted()
                .toList();
        if (!names.containsAll(codes)) {
            throw CheckedSettings.invalidValue("codes", list, String.join(", ", names));
        }
        return codes.stream().map(Integer::valueOf).toList();
    }
}
