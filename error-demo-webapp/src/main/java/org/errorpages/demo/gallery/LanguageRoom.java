package org.errorpages.demo.gallery;

import java.util.List;

/**
 * The room of one language: its texts for every status.
 *
 * @param language the language
 * @param catalogue what there is
 * @param previews what the pages say
 */
record LanguageRoom(Language language, Catalogue catalogue, Previews previews) implements Room {

    @Override
    public Page page(Visit visit) {
        var articles = catalogue.of(language).stream()
                .map(exhibit -> article(visit, exhibit))
                .toList();
        return new Layout(visit, "Every page in " + language.englishName())
                .page(List.of(
                        Element.of("p", Element.of("span", language.ownName()).in(language)),
                        Element.of("p", language.status()).with("class", "status"),
                        Element.of("div").with("class", "texts").plus(articles)));
    }

    private Element article(Visit visit, Exhibit exhibit) {
        var link = Element.link(visit.to(exhibit.path()), exhibit.status().toString());
        return Element.of("article", Element.of("h2", link), Words.of(exhibit, previews));
    }
}
