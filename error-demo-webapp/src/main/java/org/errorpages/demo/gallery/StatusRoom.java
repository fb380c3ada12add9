package org.errorpages.demo.gallery;

import java.util.List;
import org.errorpages.status.Status;

/**
 * The room of one status: its texts in every language.
 *
 * @param status the status
 * @param catalogue what there is
 * @param previews what the pages say
 */
record StatusRoom(Status status, Catalogue catalogue, Previews previews) implements Room {

    @Override
    public Page page(Visit visit) {
        var articles = catalogue.of(status).stream()
                .map(exhibit -> article(visit, exhibit))
                .toList();
        return new Layout(visit, status.toString())
                .page(List.of(
                        Element.of("p", "What its page says, in each language."),
                        Element.of("div").with("class", "texts").plus(articles)));
    }

    private Element article(Visit visit, Exhibit exhibit) {
        var language = exhibit.language();
        var link = Element.link(visit.to(exhibit.path()), language.ownName()).in(language);
        return Element.of(
                "article",
                Element.of("h2", link),
                Element.of("p", language.status()).with("class", "status"),
                Words.of(exhibit, previews));
    }
}
