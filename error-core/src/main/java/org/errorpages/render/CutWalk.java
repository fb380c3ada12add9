package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.errorpages.report.Occasion;
import org.jspecify.annotations.Nullable;

/** The way through a body, along which it is cut into runs. */
final class CutWalk {

    /** Less than this is copied rather than written by itself. */
    private static final int LONG = 1_024;

    private final String text;
    private final Map<Slot, String> marks = new EnumMap<>(Slot.class);
    private final List<Run> runs = new ArrayList<>();
    private final List<byte[]> texts = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private String pending = "";
    private int at;

    /**
     * Begins.
     *
     * @param text the body, of one character for each byte
     */
    CutWalk(String text, Occasion specimen) {
        this.text = text;
        var moment = Moment.of(specimen.time());
        for (var slot : Slot.values()) {
            marks.put(slot, new String(slot.bytes(specimen, moment), StandardCharsets.US_ASCII));
        }
        if (specimen.retryAfterSeconds() == 0) {
            marks.remove(Slot.WAIT);
        }
    }

    /** Goes on to a place, and cuts at each mark before it. */
    void cut(int end) {
        for (var next = next(end); next != null; next = next(end)) {
            piece(text.indexOf(next.getValue(), at));
            texts.add(bytes(pending));
            slots.add(next.getKey());
            pending = "";
            at += next.getValue().length();
        }
        piece(end);
    }

    /** Passes a text that is shared. */
    void pass(byte[] common) {
        close();
        runs.add(new Run.Constant(common));
        at += common.length;
    }

    List<Run> runs() {
        close();
        return runs;
    }

    /** Returns the slot whose mark stands next before a place, with the mark, or null. */
    private Map.@Nullable Entry<Slot, String> next(int end) {
        Map.Entry<Slot, String> next = null;
        int nearest = end;
        for (var mark : marks.entrySet()) {
            int found = text.indexOf(mark.getValue(), at);
            if (found >= 0 && found < nearest) {
                nearest = found;
                next = mark;
            }
        }
        return next;
    }

    private void piece(int end) {
        var piece = text.substring(at, end);
        at = end;
        if (piece.length() < LONG) {
            pending += piece;
        } else {
            close();
            runs.add(new Run.Constant(bytes(piece)));
        }
    }

    private void close() {
        var last = bytes(pending);
        if (!slots.isEmpty()) {
            texts.add(last);
            runs.add(new Run.Mixed(texts, slots));
        } else if (last.length > 0) {
            runs.add(new Run.Constant(last));
        }
        texts.clear();
        slots.clear();
        pending = "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
