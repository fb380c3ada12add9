package org.errorpages.demo.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.errorpages.demo.gallery.Html.Element;
import org.errorpages.demo.gallery.PreviewOptions.Audience;

/**
 * Shows one error page in frames, light and dark, as the public and as a developer sees it.
 *
 * @param preview the error page
 * @param audiences the readers, developers in development mode only
 * @param catalogue all error pages, for the navigation
 */
record PreviewPage(PreviewOptions preview, List<Audience> audiences, ErrorPageCatalogue catalogue)
        implements GalleryPage {

    @Override
    public Content render(GalleryRequest request) {
        var language = preview.language();
        var content = new ArrayList<Element>();
        content.add(Element.of("p", Element.of("span", preview.title()).in(language)));
        content.add(Element.of("p", language.status()).with("class", "status"));
        content.add(neighbours(request));
        if (preview.variants().count() > 1) {
            content.add(variants(request));
        }
        audiences.forEach(audience -> content.add(section(request, audience)));
        return new GalleryLayout(request, preview.status() + " in " + language.englishName()).page(content);
    }

    /** Links the same status, the same language, and the previous and next status. */
    private Element neighbours(GalleryRequest request) {
        var status = preview.status();
        var language = preview.language();
        var pages = catalogue.of(language);
        int index = pages.indexOf(PreviewOptions.usual(status, language));
        var links = new ArrayList<Element>();
        links.add(Element.link(request.link("/" + status.code()), status.code() + " in every language"));
        links.add(Element.link(request.link(language.path()), "Every page in " + language.englishName()));
        if (index > 0) {
            links.add(neighbour(request, pages.get(index - 1), "Previous: "));
        }
        if (index + 1 < pages.size()) {
            links.add(neighbour(request, pages.get(index + 1), "Next: "));
        }
        return navigation("Neighbours", links);
    }

    private static Element neighbour(GalleryRequest request, PreviewOptions other, String label) {
        return Element.link(request.link(other.path()), label + other.status());
    }

    /** Links the other variants of the same status and language. */
    private Element variants(GalleryRequest request) {
        var links = preview.variants()
                .map(other -> {
                    var link = Element.link(
                            request.link(other.path()), other.variant().label());
                    return other.equals(preview) ? link.with("aria-current", "page") : link;
                })
                .toList();
        return navigation("Circumstances", links);
    }

    private static Element navigation(String label, List<Element> links) {
        var items = links.stream().map(link -> Element.of("li", link)).toList();
        return Element.of("nav", Element.of("ul").plus(items))
                .with("class", "signs")
                .with("aria-label", label);
    }

    private Element section(GalleryRequest request, Audience audience) {
        var id = audience.name().toLowerCase(Locale.ROOT);
        var frames = Element.of("div", frame(request, audience, "Light"), frame(request, audience, "Dark"))
                .with("class", "frames");
        var alone = Element.link(request.link(preview.path() + audience.path()), "Open this page alone");
        return Element.of("section", Element.of("h2", audience.label()).with("id", id), frames, Element.of("p", alone))
                .with("aria-labelledby", id);
    }

    private Element frame(GalleryRequest request, Audience audience, String scheme) {
        var frame = Element.of("iframe")
                .with("class", scheme.toLowerCase(Locale.ROOT))
                .with("title", audience.label() + ", " + scheme)
                .with("src", request.link(preview.path() + audience.path()));
        return Element.of("figure", Element.of("figcaption", scheme), frame);
    }
}
