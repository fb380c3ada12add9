package org.errorpages.demo.gallery;

import java.util.List;
import org.errorpages.status.Status;

/**
 * The room with the whole catalogue: a table of links for the server's errors, and one for the client's.
 *
 * @param catalogue what there is
 */
record Entrance(Catalogue catalogue) implements Room {

    @Override
    public Page page(Visit visit) {
        return new Layout(visit, "Every page in every language")
                .page(List.of(
                        Element.of(
                                "p",
                                "Nothing here has failed. Each page is made of a failure that never happened,"
                                        + " sent with status 200 and left out of the log."),
                        Element.of("p", reviews()),
                        section(visit, "Errors of the server", true),
                        section(visit, "Errors of the client", false)));
    }

    private String reviews() {
        int all = catalogue.languages().size();
        long drafts = all - catalogue.reviewed();
        return catalogue.statuses().size() + " codes in " + all + " languages. The texts of " + drafts
                + " languages are drafts: no native speaker has read them yet.";
    }

    private Element section(Visit visit, String title, boolean ofServer) {
        var id = ofServer ? "server" : "client";
        var statuses = catalogue.statuses(ofServer);
        var table = Element.of("table", Element.of("thead", codes(visit, statuses)), languages(visit, statuses));
        // A region that scrolls must be reachable with the keyboard.
        var region = Element.of("div", table)
                .with("class", "scroll")
                .with("role", "region")
                .with("aria-labelledby", id)
                .with("tabindex", "0");
        return Element.of("section", Element.of("h2", title).with("id", id), region);
    }

    private static Element codes(Visit visit, List<Status> statuses) {
        return Element.of("tr", Element.of("th", "Language").with("scope", "col"))
                .plus(statuses.stream().map(status -> code(visit, status)).toList());
    }

    private static Element code(Visit visit, Status status) {
        var link = Element.link(visit.to("/" + status.code()), status.toString());
        return Element.of("th", link).with("scope", "col");
    }

    private Element languages(Visit visit, List<Status> statuses) {
        return Element.of("tbody")
                .plus(catalogue.languages().stream()
                        .map(language -> Element.of("tr", name(visit, language))
                                .plus(statuses.stream()
                                        .map(status -> title(visit, Exhibit.usual(status, language)))
                                        .toList()))
                        .toList());
    }

    private static Element name(Visit visit, Language language) {
        var link = Element.link(visit.to(language.path()), language.ownName()).in(language);
        var status = Element.of("span", language.status()).with("class", "status");
        return Element.of("th", link, new Node.Text(" "), status).with("scope", "row");
    }

    private static Element title(Visit visit, Exhibit exhibit) {
        return Element.of("td", Element.link(visit.to(exhibit.path()), exhibit.title()))
                .in(exhibit.language());
    }
}
