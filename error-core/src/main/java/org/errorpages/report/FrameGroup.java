package org.errorpages.report;

import java.util.List;

/**
 * Adjacent frames under one heading.
 *
 * @param name the heading, such as {@code servlet container (jetty-server 12.1.14)}
 * @param folded whether the group is collapsed by default
 * @param recursive whether it is one cycle of a recursion
 * @param frames its frames, innermost first
 */
public record FrameGroup(String name, boolean folded, boolean recursive, List<FrameReport> frames) {

    public FrameGroup {
        frames = List.copyOf(frames);
    }
}
