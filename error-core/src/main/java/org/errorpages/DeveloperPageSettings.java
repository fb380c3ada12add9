package org.errorpages;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.errorpages.source.EditorLinks;
import org.errorpages.source.SourceFinder;
import org.errorpages.trace.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * Holds the settings of developer pages; {@link ErrorPagesConfig#developers} decides who sees them.
 *
 * @param applicationPackages the packages of the application code; empty to detect it from the location of classes
 * @param sourcePath the folders with the sources of the application; they need not exist
 * @param editor the links that open sources in the developer's editor
 * @param hiddenFrames classes and packages whose frames are counted and not shown
 * @param incidentsPath the whole path of the incident viewer, or null for no viewer
 */
public record DeveloperPageSettings(
        List<String> applicationPackages,
        List<Path> sourcePath,
        EditorLinks editor,
        List<String> hiddenFrames,
        @Nullable String incidentsPath) {

    /** The default path of the incident viewer. */
    public static final String DEFAULT_INCIDENTS_PATH = "/errorpages/incidents";

    private static final int MAX_PATH = 200;

    /** Segments of a path (RFC 3986, section 3.3) without parameters. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,=:@%-]+)+");

    /** The keys of the settings in text form. */
    static final List<String> KEYS = List.of(
            "applicationPackages", "sourcePath", "editor", "editorPathMapping", "hiddenFrames", "incidentsPath");

    public DeveloperPageSettings {
        applicationPackages = List.copyOf(applicationPackages);
        sourcePath = List.copyOf(sourcePath);
        Objects.requireNonNull(editor);
        hiddenFrames = List.copyOf(hiddenFrames);
        if (incidentsPath != null) {
            requirePath(incidentsPath);
        }
    }

    static DeveloperPageSettings from(CheckedSettings settings) {
        var incidentsPath = settings.text("incidentsPath", DEFAULT_INCIDENTS_PATH);
        return new DeveloperPageSettings(
                settings.list("applicationPackages", ""),
                folders(settings),
                EditorLinks.of(settings.text("editor", ""), settings.text("editorPathMapping", "")),
                settings.list("hiddenFrames", ""),
                incidentsPath.equals("none") ? null : incidentsPath);
    }

    /** Returns the settings that concern application code. */
    ApplicationCode applicationCode() {
        return new ApplicationCode(applicationPackages, SourceFinder.of(sourcePath), editor, hiddenFrames);
    }

    /** Doesn't check that the folders exist: those of a developer's machine are missing on others. */
    private static List<Path> folders(CheckedSettings settings) {
        var paths = settings.list("sourcePath", "src/main/java");
        try {
            return paths.stream().map(Path::of).toList();
        } catch (InvalidPathException e) {
            throw CheckedSettings.invalidValue("sourcePath", String.join(", ", paths), "folders, separated by commas");
        }
    }

    /** Rejects a path that a browser would change before sending it. */
    private static void requirePath(String path) {
        boolean hasDotSegment = path.matches(".*/\\.\\.?(/.*)?");
        if (path.length() > MAX_PATH || hasDotSegment || !PATH.matcher(path).matches()) {
            throw CheckedSettings.invalidValue(
                    "incidentsPath", path, "none, or a path such as " + DEFAULT_INCIDENTS_PATH);
        }
    }
}
