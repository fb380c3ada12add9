package org.errorpages.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.errorpages.resource.Shipped;
import org.jspecify.annotations.Nullable;

/**
 * What runs of frames are called.
 *
 * @param kinds prefixes of class names, and the kind of each
 * @param filterMethods the methods by which one filter is called after another
 */
record FrameKinds(Map<String, String> kinds, Set<String> filterMethods) {

    static final String OWN = "own";
    static final String FILTER = "filter";
    static final String SERVLET = "servlet";
    static final String LIBRARY = "library";

    /** What {@code frame-groups.properties} says. */
    static final FrameKinds STANDARD = read();

    private static final int LONGEST_PREFIX = 80;

    /** Plumbing: what comes between who calls and who is called. */
    static final Set<String> PLUMBING = Set.of("reflection", "proxy");

    FrameKinds {
        kinds = Map.copyOf(kinds);
        filterMethods = Set.copyOf(filterMethods);
    }

    private static FrameKinds read() {
        var kinds = new HashMap<String, String>();
        var methods = new HashSet<String>();
        Shipped.table(FrameKinds.class, "frame-groups.properties").forEach((kind, words) -> {
            var all = List.of(words.strip().split("\\s+"));
            if (kind.equals("filter.methods")) {
                methods.addAll(all);
            } else {
                all.forEach(prefix -> kinds.put(prefix, kind));
            }
        });
        return new FrameKinds(kinds, methods);
    }

    /** Returns the kind of a frame: own, filter, library, or one that the file names. */
    String of(FrameReport frame) {
        if (frame.own()) {
            return OWN;
        }
        return filterMethods.contains(frame.method()) ? FILTER : ofClass(frame.className());
    }

    /** Returns the kind of the longest prefix of the name. */
    String ofClass(String className) {
        for (int end = Math.min(className.length(), LONGEST_PREFIX); end > 0; end--) {
            var kind = kinds.get(className.substring(0, end));
            if (kind != null) {
                return kind;
            }
        }
        return LIBRARY;
    }

    /** Returns what kind of plumbing a call is, or null. */
    @Nullable String noise(String className, String method) {
        var call = new ReadableCall(className, method);
        if (call.isLambda()) {
            return "lambda";
        }
        if (call.isProxy()) {
            return "proxy";
        }
        var kind = ofClass(className);
        return call.isGenerated() ? "generated" : PLUMBING.contains(kind) ? kind : null;
    }
}
