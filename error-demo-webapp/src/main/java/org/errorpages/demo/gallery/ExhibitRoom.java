package org.errorpages.demo.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The room of one page: as the public and, in development mode, as a developer sees it, light and dark.
 *
 * @param exhibit the page
 * @param audiences for whom it is shown
 * @param catalogue what else there is
 */
record ExhibitRoom(Exhibit exhibit, List<Audience> audiences, Catalogue catalogue) implements Room {

    @Override
    public Page page(Visit visit) {
        var language = exhibit.language();
        var signs = new Signs(visit, exhibit);
        var content = new ArrayList<Element>();
        content.add(Element.of("p", Element.of("span", exhibit.title()).in(language)));
        content.add(Element.of("p", language.status()).with("class", "status"));
        content.add(signs.neighbours(catalogue));
        if (exhibit.variants().count() > 1) {
            content.add(signs.variants());
        }
        audiences.forEach(audience -> content.add(section(visit, audience)));
        return new Layout(visit, exhibit.status() + " in " + language.englishName()).page(content);
    }

    private Element section(Visit visit, Audience audience) {
        var id = audience.name().toLowerCase(Locale.ROOT);
        var frames = Element.of("div", frame(visit, audience, "Light"), frame(visit, audience, "Dark"))
                .with("class", "frames");
        var alone = Element.link(visit.to(exhibit.path() + audience.path()), "Open this page alone");
        return Element.of("section", Element.of("h2", audience.label()).with("id", id), frames, Element.of("p", alone))
                .with("aria-labelledby", id);
    }

    private Element frame(Visit visit, Audience audience, String scheme) {
        var frame = Element.of("iframe")
                .with("class", scheme.toLowerCase(Locale.ROOT))
                .with("title", audience.label() + ", " + scheme)
                .with("src", visit.to(exhibit.path() + audience.path()));
        return Element.of("figure", Element.of("figcaption", scheme), frame);
    }
}
