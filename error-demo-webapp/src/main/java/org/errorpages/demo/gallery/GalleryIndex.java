package org.errorpages.demo.gallery;

import java.util.List;
import org.errorpages.demo.gallery.Html.Element;
import org.errorpages.status.Status;

/**
 * Links every preview in two tables, for server errors and for client errors.
 *
 * @param catalogue all error pages
 */
record GalleryIndex(ErrorPageCatalogue catalogue) implements GalleryPage {

    @Override
    public Content render(GalleryRequest request) {
        return new GalleryLayout(request, "Every page in every language")
                .page(List.of(
                        Element.of(
                                "p",
                                "Nothing here has failed. Each page is made of a failure that never happened,"
                                        + " sent with status 200 and left out of the log."),
                        Element.of("p", reviews()),
                        section(request, "Errors of the server", true),
                        section(request, "Errors of the client", false)));
    }

    private String reviews() {
        int all = catalogue.languages().size();
        long drafts = all - catalogue.reviewed();
        return catalogue.statuses().size() + " codes in " + all + " languages. The texts of " + drafts
                + " languages are drafts: no native speaker has read them yet.";
    }

    private Element section(GalleryRequest request, String title, boolean ofServer) {
        var id = ofServer ? "server" : "client";
        var statuses = catalogue.statuses(ofServer);
        var table = Element.of("table", Element.of("thead", codes(request, statuses)), languages(request, statuses));
        // A scrollable region must be reachable with the keyboard.
        var region = Element.of("div", table)
                .with("class", "scroll")
                .with("role", "region")
                .with("aria-labelledby", id)
                .with("tabindex", "0");
        return Element.of("section", Element.of("h2", title).with("id", id), region);
    }

    private static Element codes(GalleryRequest request, List<Status> statuses) {
        return Element.of("tr", Element.of("th", "Language").with("scope", "col"))
                .plus(statuses.stream().map(status -> code(request, status)).toList());
    }

    private static Element code(GalleryRequest request, Status status) {
        var link = Element.link(request.link("/" + status.code()), status.toString());
        return Element.of("th", link).with("scope", "col");
    }

    private Element languages(GalleryRequest request, List<Status> statuses) {
        return Element.of("tbody")
                .plus(catalogue.languages().stream()
                        .map(language -> Element.of("tr", name(request, language))
                                .plus(statuses.stream()
                                        .map(status -> title(request, PreviewOptions.usual(status, language)))
                                        .toList()))
                        .toList());
    }

    private static Element name(GalleryRequest request, Language language) {
        var link =
                Element.link(request.link(language.path()), language.ownName()).in(language);
        var status = Element.of("span", language.status()).with("class", "status");
        return Element.of("th", link, new Html.Text(" "), status).with("scope", "row");
    }

    private static Element title(GalleryRequest request, PreviewOptions preview) {
        return Element.of("td", Element.link(request.link(preview.path()), preview.title()))
                .in(preview.language());
    }
}
