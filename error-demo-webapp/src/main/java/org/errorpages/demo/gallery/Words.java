package org.errorpages.demo.gallery;

import org.errorpages.report.ErrorReport;

/** The texts of a page, to read without the page. */
final class Words {

    private Words() {}

    /** Returns what the public's page says, in its order. */
    static Element of(Exhibit exhibit, Previews previews) {
        var report = previews.words(exhibit);
        var advice = report.advice();
        var steps = advice.todo().stream().map(step -> Element.of("li", step)).toList();
        return Element.of(
                        "div",
                        Element.of("p", advice.title()).with("class", "title"),
                        Element.of("p", advice.what()),
                        Element.of("ul").plus(steps),
                        place(report))
                .with("class", "words")
                .in(exhibit.language());
    }

    private static Element place(ErrorReport report) {
        var hop = report.failingHop();
        return Element.of("p", hop.name() + ": " + hop.stateText()).with("class", "place");
    }
}
