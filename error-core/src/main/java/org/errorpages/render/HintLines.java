package org.errorpages.render;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.Hint;
import org.errorpages.text.Messages;

/** What plain text says of the hints. */
record HintLines(DeveloperReport developer, Messages messages) {

    /** Returns the lines, an empty one after each hint. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var hint : developer.hints()) {
            lines.add(messages.get("dev.hint") + " (" + about(hint) + "): " + hint.title());
            lines.add("    " + hint.text());
            hint.steps().forEach(step -> lines.add("    - " + step));
            if (hint.link() != null) {
                lines.add("    " + hint.link());
            }
            lines.add("");
        }
        return lines;
    }

    private String about(Hint hint) {
        return developer.causes().get(hint.cause()).className();
    }
}
