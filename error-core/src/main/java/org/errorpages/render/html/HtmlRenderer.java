package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.http.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.render.ReportView;
import org.errorpages.render.html.DeveloperModel.PageDetail;
import org.errorpages.report.ErrorReport;
import org.errorpages.resource.Lazy;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Renders a report as an HTML page for the public or a permitted developer.
 *
 * <p>For the public a custom page comes first: {@code 503.html}, else {@code 5xx.html}, else {@code error.html}.
 */
public final class HtmlRenderer implements Renderer {

    /** Lazy because most applications start more often than they fail. */
    private final Lazy<Pages> pages;

    private final boolean usesCustomPages;
    private final List<String> languages;

    private HtmlRenderer(Lazy<Pages> pages, boolean usesCustomPages, List<String> languages) {
        this.pages = pages;
        this.usesCustomPages = usesCustomPages;
        this.languages = List.copyOf(languages);
    }

    /** Returns a renderer with the built-in pages. */
    public static HtmlRenderer builtIn() {
        return of(ThemeColours.BUILT_IN, ResourceFolder.none());
    }

    /**
     * Returns a renderer with the colours and the custom pages of an application.
     *
     * @throws IllegalArgumentException if a page contains banned syntax; the message names file and line
     */
    public static HtmlRenderer of(ThemeColours theme, ResourceFolder folder) {
        var templates = PageTemplateResolver.builtIn().with(theme).with(folder);
        return new HtmlRenderer(
                Lazy.of(() -> Pages.of(templates)), !folder.names().isEmpty(), List.of());
    }

    /** Returns this renderer with a developer page that links to the public page in each of the languages. */
    public HtmlRenderer linkingTo(List<String> tags) {
        return new HtmlRenderer(pages, usesCustomPages, tags);
    }

    @Override
    public MediaType mediaType() {
        return MediaType.HTML;
    }

    @Override
    public List<MediaType> alternatives() {
        return List.of(MediaType.XHTML);
    }

    @Override
    public String contentType() {
        return "text/html;charset=utf-8";
    }

    @Override
    public Map<String, String> headers(ErrorReport report) {
        var custom = customPage(report);
        var builtIn = report.developer() == null
                ? pages.get().publicPolicy()
                : pages.get().developerPolicy();
        return Map.of("Content-Security-Policy", custom == null ? builtIn.get() : custom.policy());
    }

    @Override
    public boolean isCacheable(Status status) {
        return !usesCustomPages || pages.get().customPages(status).findAny().isEmpty();
    }

    @Override
    public byte[] render(ErrorReport report) {
        var custom = customPage(report);
        if (custom == null) {
            return process(
                    report.developer() == null ? PageTemplateResolver.PUBLIC : PageTemplateResolver.DEVELOPER, report);
        }
        try {
            return process(custom.name(), report);
        } catch (RuntimeException | StackOverflowError broken) {
            custom.disableForAWhile();
            throw broken;
        }
    }

    /** Returns a renderer of the built-in pages. */
    @Override
    public Optional<Renderer> fallback() {
        return usesCustomPages ? Optional.of(new HtmlRenderer(pages, false, languages)) : Optional.empty();
    }

    @Override
    public Optional<Renderer> fragmentRenderer() {
        return Optional.of(new HtmlFragmentRenderer(this));
    }

    private byte[] process(String template, ErrorReport report) {
        var developer = ReportView.of(report).developer();
        return developer == null
                ? pages.get().engine().process(template, report.messages(), PageModel.of(report))
                : process(template, report, developer);
    }

    /** A page that exceeds a bound is rendered with less detail; one with another failure fails with less as well. */
    private byte[] process(String template, ErrorReport report, ReportView.Developer developer) {
        var publicReport = developer.report().publicReport();
        // The policy of the developer page would block the styles of a custom page in the frame.
        var preview = customPage(publicReport) == null
                ? new String(process(PageTemplateResolver.PUBLIC, publicReport), StandardCharsets.UTF_8)
                : null;
        var details = List.of(PageDetail.values()).iterator();
        while (true) {
            var model = PageModel.of(report);
            model.put("dev", new DeveloperModel(report, developer, preview, languages, details.next()).variables());
            try {
                return pages.get().engine().process(template, report.messages(), model);
            } catch (TemplateProcessingException tooLarge) {
                if (!details.hasNext()) {
                    throw tooLarge;
                }
            }
        }
    }

    /** Returns the most specific enabled custom page for a public report, or null. */
    private @Nullable CustomTemplate customPage(ErrorReport report) {
        return usesCustomPages && report.developer() == null
                ? pages.get()
                        .customPages(report.status())
                        .filter(CustomTemplate::isEnabled)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The engine, the policies of the built-in pages, and the custom pages by name. */
    private record Pages(
            RestrictedThymeleaf engine,
            Lazy<String> publicPolicy,
            Lazy<String> developerPolicy,
            Map<String, CustomTemplate> custom) {

        static Pages of(PageTemplateResolver templates) {
            var codes = IntStream.range(400, 600).mapToObj(Integer::toString);
            var style = templates.style(PageTemplateResolver.PUBLIC);
            return new Pages(
                    RestrictedThymeleaf.of(templates),
                    Lazy.of(() -> ContentSecurityPolicy.of(style)),
                    Lazy.of(() -> ContentSecurityPolicy.forDeveloper(templates)),
                    Stream.concat(codes, Stream.of("4xx", "5xx", "error"))
                            .filter(templates::has)
                            .collect(Collectors.toMap(name -> name, name -> CustomTemplate.of(name, templates))));
        }

        /** Returns the custom pages for a status, the most specific first. */
        Stream<CustomTemplate> customPages(Status status) {
            int code = status.code();
            return Stream.of(Integer.toString(code), code / 100 + "xx", "error")
                    .map(custom::get)
                    .filter(Objects::nonNull);
        }
    }

    /**
     * A page template of the application.
     *
     * <p>A template that fails is disabled for five minutes, so that it isn't rendered and logged for each of many errors.
     *
     * @param disabledUntil the end of the pause in nanoseconds of {@link System#nanoTime()}, or 0
     */
    record CustomTemplate(String name, String policy, AtomicLong disabledUntil) {

        private static final long PAUSE = Duration.ofMinutes(5).toNanos();

        /** Syntax that evaluates text as code or outputs it unescaped, and the syntax to use instead. */
        private static final Map<String, String> BANNED = Map.of(
                "th:utext", "th:text",
                "th-utext", "data-th-text",
                "[(", "[[…]]",
                "__${", "${…}",
                "__#{", "#{…}");

        static CustomTemplate of(String name, PageTemplateResolver templates) {
            return new CustomTemplate(name, policy(templates.text(name), templates), new AtomicLong());
        }

        /**
         * Returns the text of a template.
         *
         * @throws IllegalArgumentException if it contains banned syntax; the message names the line
         */
        static String requireSafe(String place, String text) {
            var lines = text.split("\\R", -1);
            for (int i = 0; i < lines.length; i++) {
                var line = lines[i].toLowerCase(Locale.ROOT);
                for (var banned : BANNED.entrySet()) {
                    if (line.contains(banned.getKey())) {
                        throw new IllegalArgumentException(place + ":" + (i + 1) + ": " + banned.getKey()
                                + " is not allowed in an error page; allowed: " + banned.getValue());
                    }
                }
            }
            return text;
        }

        boolean isEnabled() {
            long until = disabledUntil.get();
            return until == 0 || System.nanoTime() - until >= 0;
        }

        void disableForAWhile() {
            // 0 would mean that it never failed.
            disabledUntil.set(System.nanoTime() + PAUSE | 1);
        }

        /** Permits resources of the application and the page's own style elements, but no inline scripts. */
        private static String policy(String text, PageTemplateResolver templates) {
            var styles = styles(text, templates).stream()
                    .map(style -> " '" + ContentSecurityPolicy.hashSource(style) + "'")
                    .collect(Collectors.joining());
            return "default-src 'self'; style-src 'self'" + styles
                    + "; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors"
                    + " 'self'";
        }

        /** Returns the contents of the style elements, and the built-in style, which a template may insert. */
        private static Set<String> styles(String text, PageTemplateResolver templates) {
            var styles = new LinkedHashSet<String>();
            styles.add(templates.style(PageTemplateResolver.PUBLIC));
            var lower = text.toLowerCase(Locale.ROOT);
            for (int at = lower.indexOf("<style"); at >= 0; at = lower.indexOf("<style", at + 1)) {
                int start = lower.indexOf('>', at) + 1;
                int end = lower.indexOf("</style", start);
                if (start > 0 && end >= start) {
                    styles.add(text.substring(start, end));
                }
            }
            return styles;
        }
    }

    /** Renders a page fragment without head and style, for a script that inserts it into a page. */
    private record HtmlFragmentRenderer(HtmlRenderer whole) implements Renderer {

        @Override
        public MediaType mediaType() {
            return whole.mediaType();
        }

        @Override
        public String contentType() {
            return whole.contentType();
        }

        @Override
        public Map<String, String> headers(ErrorReport report) {
            return Map.of("Content-Security-Policy", ContentSecurityPolicy.NONE);
        }

        @Override
        public boolean isCacheable(Status status) {
            return true;
        }

        @Override
        public byte[] render(ErrorReport report) {
            return whole.process(PageTemplateResolver.FRAGMENT, report);
        }
    }
}
