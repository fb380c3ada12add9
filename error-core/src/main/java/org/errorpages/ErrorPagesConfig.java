package org.errorpages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.access.DeveloperAccess;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.log.StackTraceLogging;
import org.errorpages.render.html.Theme;
import org.errorpages.report.Site;
import org.errorpages.trace.ApplicationCode;
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
 * @param developer what the developer page is told
 * @param gateway when a failed call is a gateway's
 * @param logStacks the failures that the log has in full
 */
public record ErrorPagesConfig(
        Mode mode,
        String developers,
        List<String> locales,
        String defaultLocale,
        Site site,
        Theme theme,
        CustomResources own,
        DeveloperSettings developer,
        GatewaySettings gateway,
        StackTraceLogging logStacks) {

    /** The keys of the settings in text form. */
    public static final List<String> KEYS = Stream.of(
                    List.of(
                            "mode",
                            "developers",
                            "locales",
                            "defaultLocale",
                            "siteName",
                            "homeUrl",
                            "contact",
                            "logStacks"),
                    DeveloperSettings.KEYS,
                    GatewaySettings.KEYS,
                    Theme.KEYS)
            .flatMap(List::stream)
            .toList();

    public ErrorPagesConfig {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(DeveloperAccess.parse(developers));
        locales = List.copyOf(locales);
        Objects.requireNonNull(SupportedLocales.of(own.languages(), locales, defaultLocale));
        Objects.requireNonNull(site);
        Objects.requireNonNull(theme);
        Objects.requireNonNull(developer);
        Objects.requireNonNull(gateway);
        Objects.requireNonNull(logStacks);
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
        return from(settings, CustomResources.NONE);
    }

    /**
     * Returns the settings of a map of texts, for an application with pages and texts of its own.
     *
     * @param settings keys of {@link #KEYS} and their values
     * @param own the pages and texts
     * @throws IllegalArgumentException if a key is unknown, a value is not allowed, or a text cannot be used
     */
    public static ErrorPagesConfig from(Map<String, String> settings, CustomResources own) {
        var read = Settings.of(settings, KEYS);
        return new ErrorPagesConfig(
                read.choice("mode", Mode.PRODUCTION),
                settings.getOrDefault("developers", "loopback"),
                read.list("locales", ""),
                read.text("defaultLocale", "en"),
                new Site(
                        read.line("siteName"),
                        link(read, "homeUrl", "a path such as / or an http(s) URL"),
                        link(read, "contact", "a mail address, a path or an http(s) URL")),
                Theme.from(settings),
                own,
                DeveloperSettings.from(read),
                GatewaySettings.from(read),
                read.choice("logStacks", StackTraceLogging.THROTTLED));
    }

    /** Returns the languages in which the answer can speak. */
    public SupportedLocales supportedLocales() {
        return SupportedLocales.of(own.languages(), locales, defaultLocale);
    }

    /** Returns what the developer page is told of the application's own code. */
    ApplicationCode applicationCode() {
        return developer.applicationCode();
    }

    /** Returns these settings in the other mode. */
    public ErrorPagesConfig with(Mode newMode) {
        return new ErrorPagesConfig(
                newMode, developers, locales, defaultLocale, site, theme, own, developer, gateway, logStacks);
    }

    /** Returns what has to be said at the start in development mode. */
    String warning() {
        return "errorpages: DEVELOPMENT MODE. Clients of developers = '" + developers
                + "' are shown causes, sources and requests"
                + (developer.incidentsPath() == null ? "" : ", and the last incidents at " + developer.incidentsPath())
                + ". Set mode = production to switch this off, as for everything that is reachable by others.";
    }

    private static @Nullable String link(Settings settings, String key, String allowed) {
        var link = settings.line(key);
        if (link == null || link.startsWith("https://") || link.startsWith("http://")) {
            return link;
        }
        boolean path = link.startsWith("/") && !link.startsWith("//");
        boolean mail = key.equals("contact") && link.matches("[^\\s:/?#@]+@[^\\s:/?#@]+");
        if (!path && !mail) {
            throw Settings.refusal(key, link, allowed);
        }
        return link;
    }
}
