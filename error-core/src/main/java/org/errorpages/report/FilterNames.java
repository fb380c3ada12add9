package org.errorpages.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The filters that a run of frames leads through.
 *
 * @param run the frames, innermost first, each a method by which one filter is called after another
 */
record FilterNames(List<FrameReport> run) {

    private static final int MAX_NAMES = 12;

    /** Returns their simple names, outermost first, without the container's links between them. */
    List<String> inOrderOfCalls() {
        var names = new ArrayList<String>();
        for (int i = 0; i < run.size() && names.size() < MAX_NAMES; i++) {
            var name = simpleName(run.get(i));
            boolean same = !names.isEmpty() && names.get(names.size() - 1).equals(name);
            if (!same && isFilter(run.get(i)) && !isFrame(i)) {
                names.add(name);
            }
        }
        Collections.reverse(names);
        return names;
    }

    private static boolean isFilter(FrameReport frame) {
        return !FrameKinds.STANDARD.ofClass(frame.className()).equals(FrameKinds.SERVLET)
                && !simpleName(frame).endsWith("Chain");
    }

    /** A base class whose doFilter calls the doFilterInternal of the filter proper. */
    private boolean isFrame(int place) {
        return place > 0
                && run.get(place - 1).method().equals("doFilterInternal")
                && run.get(place).method().equals("doFilter");
    }

    private static String simpleName(FrameReport frame) {
        var name = frame.className().substring(frame.className().lastIndexOf('.') + 1);
        return name.substring(name.lastIndexOf('$') + 1);
    }
}
