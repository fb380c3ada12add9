package org.errorpages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.access.DeveloperAccess;
import org.errorpages.i18n.MessagesLoader;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.log.StackTraceLogging;
import org.errorpages.render.html.ThemeColours;
import org.errorpages.report.Site;
import org.jspecify.annotations.Nullable;

/**
 * Holds all settings in text form; {@link ErrorPages.Builder} takes extensions in code.
 *
 * <p>The constructor checks them, so that a mistake shows at the start: an {@link IllegalArgumentException} names the
 * key, the value and what is allowed.
 *
 * @param mode production or development
 * @param developers the clients that see developer pages in development mode: {@code loopback}, or numeric addresses with
 *     or without a prefix length, separated by commas
 * @param locales the languages to offer; empty for all
 * @param defaultLocale the language for clients that accept none of them
 * @param site the name and the contact on public pages
 * @param theme the colours of public pages
 * @param customResources the custom pages and texts
 * @param developer the settings of developer pages
 * @param upstream the settings about failed calls of other servers
 * @param logStacks the failures that are logged with their stack trace
 */
public record ErrorPagesConfig(
        Mode mode,
        String developers,
        List<String> locales,
        String defaultLocale,
        Site site,
        ThemeColours theme,
        CustomResources customResources,
        DeveloperPageSettings developer,
        UpstreamFailureSettings upstream,
        StackTraceLogging logStacks) {

    private static final List<String> OWN_KEYS =
            List.of("mode", "developers", "locales", "defaultLocale", "siteName", "homeUrl", "contact", "logStacks");

    /** The keys of the settings in text form. */
    public static final List<String> KEYS = Stream.of(
                    OWN_KEYS, DeveloperPageSettings.KEYS, UpstreamFailureSettings.KEYS, ThemeColours.KEYS)
            .flatMap(List::stream)
            .toList();

    public ErrorPagesConfig {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(DeveloperAccess.parse(developers));
        locales = List.copyOf(locales);
        Objects.requireNonNull(supportedLocales(customResources, locales, defaultLocale));
        Objects.requireNonNull(site);
        Objects.requireNonNull(theme);
        Objects.requireNonNull(developer);
        Objects.requireNonNull(upstream);
        Objects.requireNonNull(logStacks);
    }

    /** Returns the default settings: production, all languages, English for clients that accept none of them. */
    public static ErrorPagesConfig defaults() {
        return from(Map.of());
    }

    /**
     * Returns the settings of a map of texts.
     *
     * @param settings keys of {@link #KEYS} and their values
     * @throws IllegalArgumentException if a key is unknown or a value isn't allowed
     */
    public static ErrorPagesConfig from(Map<String, String> settings) {
        return from(settings, CustomResources.NONE);
    }

    /**
     * Returns the settings of a map of texts, for an application with custom pages and texts.
     *
     * @param settings keys of {@link #KEYS} and their values
     * @param own the custom pages and texts
     * @throws IllegalArgumentException if a key is unknown, or a value or a custom text isn't allowed
     */
    public static ErrorPagesConfig from(Map<String, String> settings, CustomResources own) {
        var read = CheckedSettings.of(settings, KEYS);
        return new ErrorPagesConfig(
                read.choice("mode", Mode.PRODUCTION),
                settings.getOrDefault("developers", "loopback"),
                read.list("locales", ""),
                read.text("defaultLocale", "en"),
                new Site(
                        read.line("siteName"),
                        link(read, "homeUrl", "a path such as / or an http(s) URL"),
                        link(read, "contact", "a mail address, a path or an http(s) URL")),
                ThemeColours.from(settings),
                own,
                DeveloperPageSettings.from(read),
                UpstreamFailureSettings.from(read),
                read.choice("logStacks", StackTraceLogging.THROTTLED));
    }

    /** Returns the languages of the pages. */
    public SupportedLocales supportedLocales() {
        return supportedLocales(customResources, locales, defaultLocale);
    }

    private static SupportedLocales supportedLocales(CustomResources own, List<String> locales, String defaultLocale) {
        return SupportedLocales.of(MessagesLoader.with(own.messages()), locales, defaultLocale);
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
                customResources,
                developer,
                upstream,
                logStacks);
    }

    /** Returns the warning to log at start in development mode. */
    String warning() {
        return "errorpages: DEVELOPMENT MODE. Clients of developers = '" + developers
                + "' see causes, sources and requests"
                + (developer.incidentsPath() == null ? "" : ", and recent incidents at " + developer.incidentsPath())
                + ". Set mode = production on every server that others can reach.";
    }

    private static @Nullable String link(CheckedSettings settings, String key, String allowed) {
        var link = settings.line(key);
        if (link == null || link.startsWith("https://") || link.startsWith("http://")) {
            return link;
        }
        boolean path = link.startsWith("/") && !link.startsWith("//");
        boolean mail = key.equals("contact") && link.matches("[^\\s:/?#@]+@[^\\s:/?#@]+");
        if (!path && !mail) {
            throw CheckedSettings.invalidValue(key, link, allowed);
        }
        return link;
    }
}
