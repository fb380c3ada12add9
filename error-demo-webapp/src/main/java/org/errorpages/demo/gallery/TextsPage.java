package org.errorpages.demo.gallery;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.demo.gallery.Html.Element;
import org.errorpages.status.Status;

/**
 * Shows the texts of several error pages: one status in every language, or one language for every status.
 *
 * @param title the heading
 * @param introduction the elements below the heading
 * @param previews the error pages
 * @param heading returns the heading of each error page
 * @param renderer reads the texts
 */
record TextsPage(
        String title,
        List<Element> introduction,
        List<PreviewOptions> previews,
        Heading heading,
        PreviewFactory renderer)
        implements GalleryPage {

    /** Returns the elements above the texts of one error page. */
    interface Heading {

        List<Element> of(PreviewOptions preview, GalleryRequest request);
    }

    static TextsPage of(Status status, ErrorPageCatalogue catalogue, PreviewFactory renderer) {
        var introduction = List.of(Element.of("p", "The texts of its page in each language."));
        return new TextsPage(
                status.toString(), introduction, catalogue.of(status), TextsPage::languageHeading, renderer);
    }

    private static List<Element> languageHeading(PreviewOptions preview, GalleryRequest request) {
        var language = preview.language();
        var link =
                Element.link(request.link(preview.path()), language.ownName()).in(language);
        return List.of(
                Element.of("h2", link), Element.of("p", language.status()).with("class", "status"));
    }

    static TextsPage of(Language language, ErrorPageCatalogue catalogue, PreviewFactory renderer) {
        var introduction = List.of(
                Element.of("p", Element.of("span", language.ownName()).in(language)),
                Element.of("p", language.status()).with("class", "status"));
        var title = "Every page in " + language.englishName();
        return new TextsPage(title, introduction, catalogue.of(language), TextsPage::statusHeading, renderer);
    }

    private static List<Element> statusHeading(PreviewOptions preview, GalleryRequest request) {
        var link = Element.link(request.link(preview.path()), preview.status().toString());
        return List.of(Element.of("h2", link));
    }

    @Override
    public Content render(GalleryRequest request) {
        var articles = previews.stream()
                .map(preview ->
                        Element.of("article").plus(heading.of(preview, request)).plus(texts(preview)))
                .toList();
        var content = new ArrayList<>(introduction);
        content.add(Element.of("div").with("class", "texts").plus(articles));
        return new GalleryLayout(request, title).page(content);
    }

    private Element texts(PreviewOptions preview) {
        var report = renderer.report(preview);
        var advice = report.userMessage();
        var steps = advice.steps().stream().map(step -> Element.of("li", step)).toList();
        var hop = report.failedHop();
        return Element.of(
                        "div",
                        Element.of("p", advice.title()).with("class", "title"),
                        Element.of("p", advice.explanation()),
                        Element.of("ul").plus(steps),
                        Element.of("p", hop.name() + ": " + hop.stateText()).with("class", "place"))
                .with("class", "words")
                .in(preview.language());
    }
}
