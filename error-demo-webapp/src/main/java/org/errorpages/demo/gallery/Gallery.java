package org.errorpages.demo.gallery;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.errorpages.CustomResources;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.Mode;
import org.errorpages.demo.gallery.PreviewOptions.Audience;
import org.errorpages.resource.ResourceFolder;
import org.jspecify.annotations.Nullable;

/**
 * Maps paths to pages: {@code /503} shows every language, {@code /ko} every status, {@code /503/ko} one error page.
 *
 * <p>All paths are known at start and every other is unknown, so nothing of a request gets into a page of the gallery.
 * Developer pages exist in development mode only, and the framework itself decides who sees their content.
 */
public final class Gallery {

    private final Map<String, GalleryPage> pages;

    private Gallery(Map<String, GalleryPage> pages) {
        this.pages = Map.copyOf(pages);
    }

    /**
     * Creates the gallery of an application.
     *
     * @param settings the settings of errorpages; keys that error-core does not know are ignored
     */
    public static Gallery open(Map<String, String> settings) {
        var known = new HashMap<>(settings);
        known.keySet().retainAll(ErrorPagesConfig.KEYS);
        var own = new CustomResources(folder(settings.get("templates")), folder(settings.get("messages")));
        var config = ErrorPagesConfig.from(known, own);
        return new Gallery(pages(ErrorPageCatalogue.in(Language.offered(config)), config));
    }

    /** The WAR has no folder of its own for this; a directory may be set to preview a text in progress. */
    private static ResourceFolder folder(@Nullable String setting) {
        return setting != null && setting.startsWith("file:")
                ? ResourceFolder.at(Path.of(URI.create(setting)))
                : ResourceFolder.none();
    }

    /** Returns the page at the path of the request, or empty if the path is unknown. */
    public Optional<GalleryPage.Content> page(GalleryRequest request) {
        return Optional.ofNullable(pages.get(request.path())).map(page -> page.render(request));
    }

    private static Map<String, GalleryPage> pages(ErrorPageCatalogue catalogue, ErrorPagesConfig config) {
        var pages = new HashMap<String, GalleryPage>();
        var renderer = new PreviewFactory(config);
        var audiences = config.mode() == Mode.DEVELOPMENT ? List.of(Audience.values()) : List.of(Audience.PUBLIC);
        pages.put("", new GalleryIndex(catalogue));
        catalogue
                .statuses()
                .forEach(status -> pages.put("/" + status.code(), TextsPage.of(status, catalogue, renderer)));
        catalogue
                .languages()
                .forEach(language -> pages.put(language.path(), TextsPage.of(language, catalogue, renderer)));
        catalogue.previews().forEach(preview -> {
            pages.put(preview.path(), new PreviewPage(preview, audiences, catalogue));
            audiences.forEach(audience -> pages.put(
                    preview.path() + audience.path(), request -> renderer.render(preview, audience, request)));
        });
        return pages;
    }
}
