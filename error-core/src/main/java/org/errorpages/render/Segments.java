package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.errorpages.report.IncidentId;
import org.errorpages.report.Occasion;

/**
 * A body that was rendered ahead, cut at what differs from one incident to the next.
 *
 * <p>What is long and always the same is sent as it lies here; what stands between is copied together for each incident.
 *
 * @param runs the parts
 */
record Segments(List<Run> runs) {

    private static final UUID SPECIMEN = new UUID(0x9d5c_1f27_a8e3_4b60L, 0x9e17_c3d4_5a2b_f806L);

    Segments {
        runs = List.copyOf(runs);
    }

    /**
     * Returns an occasion that has never been, so that what it leaves in a body is found there.
     *
     * @param like the occasion in whose place it is
     */
    static Occasion specimen(Occasion like) {
        long wait = like.retryAfterSeconds() == 0 ? 0 : 483_929;
        return new Occasion(new IncidentId(SPECIMEN), Instant.parse("2001-09-09T01:46:40Z"), wait);
    }

    /**
     * Cuts a body that was rendered for an occasion.
     *
     * @param common a text that other bodies have as well, and that is kept once; or nothing
     */
    static Segments cut(byte[] body, Occasion specimen, byte[] common) {
        // One character for each byte, whatever they mean together.
        var text = new String(body, StandardCharsets.ISO_8859_1);
        int shared = common.length == 0 ? -1 : text.indexOf(new String(common, StandardCharsets.ISO_8859_1));
        var walk = new CutWalk(text, specimen);
        if (shared >= 0) {
            walk.cut(shared);
            walk.pass(common);
        }
        walk.cut(text.length());
        return new Segments(walk.runs());
    }

    /** Returns the body of an occasion, in parts of which some are shared. */
    byte[][] filled(Occasion occasion, Moment moment) {
        var parts = new byte[runs.size()][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = runs.get(i).filled(occasion, moment);
        }
        return parts;
    }
}
