package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.errorpages.report.EditorLink;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Snippet;
import org.errorpages.report.source.SourceTokenizer;
import org.jspecify.annotations.Nullable;

/** The sources as the developer's template has them, one for each frame that has one. */
final class SourceModel {

    private final boolean shown;
    private final List<Map<String, Object>> models = new ArrayList<>();

    /** Creates what takes sources, or leaves them out. */
    SourceModel(boolean shown) {
        this.shown = shown;
    }

    /**
     * Takes the source of a frame, if it has one.
     *
     * @param here whether the frame is the one to point at
     * @param message what was thrown there says, which may tell a part of the line
     * @return the name of the place in the page where the source stands, or null
     */
    @Nullable
    String add(FrameReport frame, boolean here, String message) {
        var source = frame.source();
        if (source == null || !shown) {
            return null;
        }
        var id = "source-" + (models.size() + 1);
        var model = PageModel.map(
                "id",
                id,
                "title",
                source.file() + ":" + source.markedLine(),
                "place",
                source.place(),
                "newer",
                source.newer(),
                "here",
                here,
                "lines",
                lines(source, frame.editor(), Pointed.in(message)));
        PageModel.putIfKnown(model, "editor", editor(frame));
        models.add(model);
        return id;
    }

    /** Returns what opens the line of a frame in an editor, or null. */
    @Nullable
    String editor(FrameReport frame) {
        return frame.editor() == null || !shown ? null : frame.editor().url();
    }

    List<Map<String, Object>> all() {
        return models;
    }

    private static List<Map<String, Object>> lines(
            Snippet source, @Nullable EditorLink editor, Optional<Pointed> pointed) {
        var tokenizer = new SourceTokenizer(source.file());
        var lines = new ArrayList<Map<String, Object>>();
        int number = source.firstLine();
        for (var line : source.lines()) {
            boolean marked = number == source.markedLine();
            var tokens = tokenizer.tokens(line);
            var shown = marked ? pointed.map(part -> part.in(tokens)).orElse(tokens) : tokens;
            var model = PageModel.map(
                    "number", Integer.toString(number),
                    "marked", marked,
                    "tokens",
                            shown.stream()
                                    .map(token -> PageModel.map("kind", token.kind(), "text", token.text()))
                                    .toList());
            PageModel.putIfKnown(model, "editor", editor == null ? null : editor.at(number));
            lines.add(model);
            number++;
        }
        return lines;
    }
}
