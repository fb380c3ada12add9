package org.errorpages.demo.gallery;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways out of the room of one page.
 *
 * @param visit who looks
 * @param exhibit the page
 */
record Signs(Visit visit, Exhibit exhibit) {

    /** Returns the way to the same status, the same language, and the pages before and after. */
    Element neighbours(Catalogue catalogue) {
        var pages = catalogue.of(exhibit.language());
        int here = pages.indexOf(Exhibit.usual(exhibit.status(), exhibit.language()));
        var links = new ArrayList<Element>();
        links.add(link("/" + exhibit.status().code(), exhibit.status().code() + " in every language"));
        links.add(link(
                exhibit.language().path(), "Every page in " + exhibit.language().englishName()));
        if (here > 0) {
            links.add(to(pages.get(here - 1), "Previous: "));
        }
        if (here + 1 < pages.size()) {
            links.add(to(pages.get(here + 1), "Next: "));
        }
        return navigation("Neighbours", links);
    }

    /** Returns the way to the other circumstances of the same status and language. */
    Element variants() {
        var links = exhibit.variants()
                .map(variant -> variant.equals(exhibit)
                        ? link(variant.path(), variant.variant().label()).with("aria-current", "page")
                        : link(variant.path(), variant.variant().label()))
                .toList();
        return navigation("Circumstances", links);
    }

    private Element to(Exhibit other, String which) {
        return link(other.path(), which + other.status());
    }

    private Element link(String path, String label) {
        return Element.link(visit.to(path), label);
    }

    private static Element navigation(String label, List<Element> links) {
        var items = links.stream().map(link -> Element.of("li", link)).toList();
        return Element.of("nav", Element.of("ul").plus(items))
                .with("class", "signs")
                .with("aria-label", label);
    }
}
