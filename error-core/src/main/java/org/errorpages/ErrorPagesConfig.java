package org.errorpages;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.render.html.Theme;
import org.errorpages.report.ApplicationCode;
import org.errorpages.report.PermittedClients;
import org.errorpages.report.Site;
import org.errorpages.report.SnippetSource;
import org.errorpages.text.SupportedLocales;
import org.jspecify.annotations.Nullable;

/**
 * The settings.
 *
 * <p>The constructor checks them all, so that a mistake shows at the start: an {@link IllegalArgumentException} names
 * the key, the value and what is allowed.
 *
 * @param mode production or development
 * @param developers who may see the inside in development mode: {@code loopback}, or numeric addresses with or without
 *     a prefix length, separated by commas
 * @param locales the languages to offer, none for all
 * @param defaultLocale the language where none fits
 * @param site who speaks on the public page
 * @param theme the colours of the public page
 * @param own the pages and texts that the application keeps
 * @param applicationPackages the packages of the application's own code, none to tell it by where classes lie
 * @param sourcePath the folders with the sources of the application, for the developer page; they need not exist
 * @param incidentsPath the whole path at which permitted clients can look up incidents in development mode, or null
 * @param gateway when a failed call is a gateway's
 */
public record ErrorPagesConfig(
        Mode mode,
        String developers,
        List<String> locales,
        String defaultLocale,
        Site site,
        Theme theme,
        OwnFiles own,
        List<String> applicationPackages,
        List<Path> sourcePath,
        @Nullable String incidentsPath,
        GatewaySettings gateway) {

    /** The keys of the settings in text form. */
    public static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "mode",
                            "developers",
                            "locales",
                            "defaultLocale",
                            "siteName",
                            "homeUrl",
                            "contact",
                            "applicationPackages",
                            "sourcePath",
                            "incidentsPath",
                            "upstream",
                            "gatewayPaths",
                            "proxyName"),
                    Theme.KEYS.stream())
            .toList();

    /** The path at which incidents can be looked up where nothing else is set. */
    public static final String DEFAULT_INCIDENTS_PATH = "/errorpages/incidents";

    private static final int MAX_TEXT = 200;

    public ErrorPagesConfig {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(PermittedClients.parse(developers));
        locales = List.copyOf(locales);
        Objects.requireNonNull(SupportedLocales.of(own.languages(), locales, defaultLocale));
        Objects.requireNonNull(site);
        Objects.requireNonNull(theme);
        applicationPackages = List.copyOf(applicationPackages);
        sourcePath = List.copyOf(sourcePath);
        if (incidentsPath != null) {
            Objects.requireNonNull(IncidentsPath.requirePath(incidentsPath));
        }
        Objects.requireNonNull(gateway);
    }

    /** Returns what holds where nothing is set: production, all languages, English where none fits. */
    public static ErrorPagesConfig defaults() {
        return from(Map.of());
    }

    /**
     * Returns the settings of a map of texts.
     *
     * @param settings keys of {@link #KEYS} and their values
     * @throws IllegalArgumentException if a key is unknown or a value is not allowed
     */
    public static ErrorPagesConfig from(Map<String, String> settings) {
        return from(settings, OwnFiles.NONE);
    }

    /**
     * Returns the settings of a map of texts, for an application with pages and texts of its own.
     *
     * @param settings keys of {@link #KEYS} and their values
     * @param own the pages and texts
     * @throws IllegalArgumentException if a key is unknown, a value is not allowed, or a text cannot be used
     */
    public static ErrorPagesConfig from(Map<String, String> settings, OwnFiles own) {
        SettingNames.requireKnown(settings.keySet(), KEYS);
        return new ErrorPagesConfig(
                mode(settings.getOrDefault("mode", "production")),
                settings.getOrDefault("developers", "loopback"),
                list(settings.getOrDefault("locales", "")),
                settings.getOrDefault("defaultLocale", "en").strip(),
                new Site(
                        text(settings, "siteName"),
                        link(settings, "homeUrl", "a path such as / or an http(s) URL"),
                        link(settings, "contact", "a mail address, a path or an http(s) URL")),
                Theme.from(settings),
                own,
                list(settings.getOrDefault("applicationPackages", "")),
                folders(settings.getOrDefault("sourcePath", "src/main/java")),
                IncidentsPath.parse(settings.getOrDefault("incidentsPath", DEFAULT_INCIDENTS_PATH)),
                GatewaySettings.from(settings));
    }

    /** Returns the languages in which the answer can speak. */
    public SupportedLocales supportedLocales() {
        return SupportedLocales.of(own.languages(), locales, defaultLocale);
    }

    /** Returns what the developer page is told of the application's own code. */
    ApplicationCode applicationCode() {
        return new ApplicationCode(applicationPackages, SnippetSource.of(sourcePath));
    }

    /** Returns these settings in the other mode. */
    public ErrorPagesConfig with(Mode newMode) {
        return new ErrorPagesConfig(
                newMode,
                developers,
                locales,
                defaultLocale,
                site,
                theme,
                own,
                applicationPackages,
                sourcePath,
                incidentsPath,
                gateway);
    }

    /** Returns what has to be said at the start in development mode. */
    String warning() {
        return "errorpages: DEVELOPMENT MODE. Clients of developers = '" + developers
                + "' are shown causes, sources and requests"
                + (incidentsPath == null ? "" : ", and the last incidents at " + incidentsPath)
                + ". Set mode = production to switch this off, as for everything that is reachable by others.";
    }

    private static Mode mode(String name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> refusal("mode", name, "production, development"));
    }

    /** Looks at no folder: one of the developers' machine need not exist elsewhere. */
    private static List<Path> folders(String paths) {
        try {
            return list(paths).stream().map(Path::of).toList();
        } catch (InvalidPathException e) {
            throw refusal("sourcePath", paths, "folders, separated by commas");
        }
    }

    static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    static @Nullable String text(Map<String, String> settings, String key) {
        var text = settings.getOrDefault(key, "").strip();
        if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw refusal(key, text, "up to " + MAX_TEXT + " characters on one line");
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String link(Map<String, String> settings, String key, String allowed) {
        var link = text(settings, key);
        if (link == null || link.startsWith("https://") || link.startsWith("http://")) {
            return link;
        }
        boolean path = link.startsWith("/") && !link.startsWith("//");
        boolean mail = key.equals("contact") && link.matches("[^\\s:/?#@]+@[^\\s:/?#@]+");
        if (!path && !mail) {
            throw refusal(key, link, allowed);
        }
        return link;
    }

    static IllegalArgumentException refusal(String key, String value, String allowed) {
        return new IllegalArgumentException(key + " = '" + value + "' is not allowed; allowed: " + allowed);
    }
}
