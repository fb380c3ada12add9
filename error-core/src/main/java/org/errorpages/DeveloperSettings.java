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

    private static final int MAX_PATH = 200;

    /** Segments of a path (RFC 3986, section 3.3) without parameters. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,=:@%-]+)+");

    /** The keys of the settings in text form. */
    static final List<String> KEYS = List.of(
            "applicationPackages", "sourcePath", "editor", "editorPathMapping", "hiddenFrames", "incidentsPath");

    /** What holds where nothing is set. */
    public static final DeveloperSettings DEFAULT = new DeveloperSettings(
            List.of(), List.of(Path.of("src/main/java")), EditorLinks.none(), List.of(), DEFAULT_INCIDENTS_PATH);

    public DeveloperSettings {
        applicationPackages = List.copyOf(applicationPackages);
        sourcePath = List.copyOf(sourcePath);
        Objects.requireNonNull(editor);
        hiddenFrames = List.copyOf(hiddenFrames);
        if (incidentsPath != null) {
            requirePath(incidentsPath);
        }
    }

    static DeveloperSettings from(Settings settings) {
        var incidentsPath = settings.text("incidentsPath", DEFAULT_INCIDENTS_PATH);
        return new DeveloperSettings(
                settings.list("applicationPackages", ""),
                folders(settings),
                EditorLinks.of(settings.text("editor", ""), settings.text("editorPathMapping", "")),
                settings.list("hiddenFrames", ""),
                incidentsPath.equals("none") ? null : incidentsPath);
    }

    /** Returns what the developer page is told of the application's own code. */
    ApplicationCode applicationCode() {
        return new ApplicationCode(applicationPackages, SourceFinder.of(sourcePath), editor, hiddenFrames);
    }

    /** Looks at no folder: one of the developers' machine need not exist elsewhere. */
    private static List<Path> folders(Settings settings) {
        var paths = settings.list("sourcePath", "src/main/java");
        try {
            return paths.stream().map(Path::of).toList();
        } catch (InvalidPathException e) {
            throw Settings.refusal("sourcePath", String.join(", ", paths), "folders, separated by commas");
        }
    }

    /** Accepts only a path that a browser sends as it is. */
    private static void requirePath(String path) {
        boolean dots = path.matches(".*/\\.\\.?(/.*)?");
        if (path.length() > MAX_PATH || dots || !PATH.matcher(path).matches()) {
            throw Settings.refusal("incidentsPath", path, "none, or a path such as " + DEFAULT_INCIDENTS_PATH);
        }
    }
}
