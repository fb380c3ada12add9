package org.errorpages;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.errorpages.report.ApplicationCode;
import org.errorpages.report.EditorLinks;
import org.errorpages.report.source.SnippetSource;
import org.jspecify.annotations.Nullable;

/**
 * What the developer page is told of the application and of the developer's machine.
 *
 * @param applicationPackages the packages of the application's own code, none to tell it by where classes lie
 * @param sourcePath the folders with the sources of the application; they need not exist
 * @param editor what opens sources in the developer's editor
 * @param hiddenFrames classes and packages whose frames are only counted
 * @param incidentsPath the whole path at which permitted clients can look up incidents, or null
 */
public record DeveloperSettings(
        List<String> applicationPackages,
        List<Path> sourcePath,
        EditorLinks editor,
        List<String> hiddenFrames,
        @Nullable String incidentsPath) {

    /** The path at which incidents can be looked up where nothing else is set. */
    public static final String DEFAULT_INCIDENTS_PATH = "/errorpages/incidents";

    /** The keys of the settings in text form. */
    static final List<String> KEYS =
            List.of("applicationPackages", "sourcePath", "editor", "editorPath", "hiddenFrames", "incidentsPath");

    /** What holds where nothing is set. */
    public static final DeveloperSettings DEFAULT = new DeveloperSettings(
            List.of(), List.of(Path.of("src/main/java")), EditorLinks.none(), List.of(), DEFAULT_INCIDENTS_PATH);

    public DeveloperSettings {
        applicationPackages = List.copyOf(applicationPackages);
        sourcePath = List.copyOf(sourcePath);
        Objects.requireNonNull(editor);
        hiddenFrames = List.copyOf(hiddenFrames);
        if (incidentsPath != null) {
            Objects.requireNonNull(IncidentsPath.requirePath(incidentsPath));
        }
    }

    static DeveloperSettings from(Map<String, String> settings) {
        return new DeveloperSettings(
                ErrorPagesConfig.list(settings.getOrDefault("applicationPackages", "")),
                folders(settings.getOrDefault("sourcePath", "src/main/java")),
                EditorLinks.of(settings.getOrDefault("editor", ""), settings.getOrDefault("editorPath", "")),
                ErrorPagesConfig.list(settings.getOrDefault("hiddenFrames", "")),
                IncidentsPath.parse(settings.getOrDefault("incidentsPath", DEFAULT_INCIDENTS_PATH)));
    }

    /** Returns what the developer page is told of the application's own code. */
    ApplicationCode applicationCode() {
        return new ApplicationCode(applicationPackages, SnippetSource.of(sourcePath), editor, hiddenFrames);
    }

    /** Looks at no folder: one of the developers' machine need not exist elsewhere. */
    private static List<Path> folders(String paths) {
        try {
            return ErrorPagesConfig.list(paths).stream().map(Path::of).toList();
        } catch (InvalidPathException e) {
            throw ErrorPagesConfig.refusal("sourcePath", paths, "folders, separated by commas");
        }
    }
}
