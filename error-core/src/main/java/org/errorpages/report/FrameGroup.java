package org.errorpages.report;

import java.util.List;
import java.util.Objects;

/**
 * A run of frames that belong together.
 *
 * @param name what it is, for people: {@code servlet container (jetty-server 12.1.14)}
 * @param folded whether it is rather left closed
 * @param repeated whether it is a round that a recursion goes through again and again, as the name says
 * @param frames its frames, innermost first
 */
public record FrameGroup(String name, boolean folded, boolean repeated, List<FrameReport> frames) {

    public FrameGroup {
        Objects.requireNonNull(name);
        frames = List.copyOf(frames);
    }
}
