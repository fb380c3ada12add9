package org.errorpages.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.errorpages.report.CauseReport;
import org.errorpages.report.Snippet;
import org.errorpages.text.Messages;

/** What a form of lines says of a throwable. */
record CauseLines(CauseReport cause, Messages messages) {

    /** Returns how the throwable hangs together with the one above, if there is one. */
    Optional<String> relation() {
        return switch (cause.relation()) {
            case THROWN -> Optional.empty();
            case CAUSE -> Optional.of(messages.get("dev.cause.by"));
            case NEXT -> Optional.of(messages.get("dev.cause.next"));
            case SUPPRESSED -> Optional.of(messages.get("dev.cause.suppressed"));
        };
    }

    /** Returns the frames, the application's own marked, the source at the first of these, and how many are left out. */
    List<String> frames() {
        var lines = new ArrayList<String>();
        var source = Optional.ofNullable(cause.source());
        for (var frame : cause.frames()) {
            lines.add((frame.own() ? "  > " : "    ") + frame.text());
            if (frame.own()) {
                source.ifPresent(snippet -> source(lines, snippet));
                source = Optional.empty();
            }
        }
        more(lines, "dev.frames.more", cause.omittedFrames());
        more(lines, "dev.frames.common", cause.commonFrames());
        return lines;
    }

    private void source(List<String> lines, Snippet source) {
        source.numbered().forEach(row -> lines.add("      " + row));
        if (source.newer()) {
            lines.add("      " + messages.get("dev.source.newer"));
        }
    }

    private void more(List<String> lines, String key, int count) {
        if (count > 0) {
            lines.add("    … " + messages.get(key, "count", Integer.toString(count)));
        }
    }
}
