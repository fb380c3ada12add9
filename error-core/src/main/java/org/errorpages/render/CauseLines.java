package org.errorpages.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.errorpages.report.CauseReport;
import org.errorpages.report.FrameGroup;
import org.errorpages.report.FrameRuns;
import org.errorpages.report.Snippet;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What a form of lines says of a throwable.
 *
 * @param cause the throwable
 * @param parent the simple name of the one it hangs on, or null where that is the one told just before
 * @param messages the texts
 */
record CauseLines(CauseReport cause, @Nullable String parent, Messages messages) {

    /** Of a trace with fewer frames each is told. */
    private static final int LONG = 30;

    /** Returns the throwables of a tree, in its order. */
    static List<CauseLines> of(List<CauseReport> causes, Messages messages) {
        return IntStream.range(0, causes.size())
                .mapToObj(i -> new CauseLines(causes.get(i), parent(causes, i), messages))
                .toList();
    }

    private static @Nullable String parent(List<CauseReport> causes, int place) {
        int above = place - 1;
        while (above >= 0 && causes.get(above).depth() >= causes.get(place).depth()) {
            above--;
        }
        return above < 0 || above == place - 1 ? null : causes.get(above).simpleName();
    }

    /** Returns how the throwable hangs together with the one above, if there is one. */
    Optional<String> relation() {
        return word().map(word -> parent == null ? word : word + " (↑ " + parent + ")");
    }

    private Optional<String> word() {
        return switch (cause.relation()) {
            case THROWN -> Optional.empty();
            case CAUSE -> Optional.of(messages.get("dev.cause.by"));
            case NEXT -> Optional.of(messages.get("dev.cause.next"));
            case SUPPRESSED -> Optional.of(messages.get("dev.cause.suppressed"));
        };
    }

    /** Returns what there is to know besides: that it is told elsewhere, or says nothing new. */
    Optional<String> note() {
        if (cause.seenAbove()) {
            return Optional.of(messages.get("dev.cause.seen"));
        }
        return cause.wrapper() ? Optional.of(messages.get("dev.cause.wrapper")) : Optional.empty();
    }

    /** Returns how many throwables are left out that hang on this one, where some are. */
    Optional<String> omittedCauses() {
        return cause.omittedCauses() == 0
                ? Optional.empty()
                : Optional.of("… " + messages.get("dev.cause.more", "count", Integer.toString(cause.omittedCauses())));
    }

    /**
     * Returns the frames, the application's own marked, the source at the first of these, and how many are left out. Of a
     * long trace the runs that say little are folded.
     */
    List<String> frames() {
        var lines = new ArrayList<String>();
        var source = Optional.ofNullable(cause.source());
        for (var group : FrameRuns.groups(cause, messages)) {
            if (group.folded() && cause.frames().size() >= LONG) {
                lines.add("    … " + folded(group));
                continue;
            }
            for (var frame : group.frames()) {
                lines.add((frame.own() ? "  > " : "    ") + frame.text());
                if (frame.own()) {
                    source.ifPresent(snippet -> source(lines, snippet));
                    source = Optional.empty();
                }
            }
            if (group.repeated()) {
                lines.add("    ↺ " + group.name());
            }
        }
        more(lines, "dev.frames.more", cause.omittedFrames());
        more(lines, "dev.frames.common", cause.commonFrames());
        return lines;
    }

    private String folded(FrameGroup group) {
        var count = Integer.toString(group.frames().size());
        return messages.get("dev.frames.folded", Map.of("count", count, "group", group.name()));
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
