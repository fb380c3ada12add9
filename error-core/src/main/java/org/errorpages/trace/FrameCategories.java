package org.errorpages.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.errorpages.report.FrameReport;
import org.errorpages.resource.ClasspathResource;
import org.jspecify.annotations.Nullable;

/**
 * Sorts frames into the categories of {@code frame-groups.properties}.
 *
 * @param prefixes the prefixes of class names, longest first
 * @param filterMethods the methods by which one filter is called after another
 */
record FrameCategories(List<Prefix> prefixes, Set<String> filterMethods) {

    static final String OWN = "own";
    static final String FILTER = "filter";
    static final String SERVLET = "servlet";
    static final String LIBRARY = "library";

    static final FrameCategories STANDARD = read();

    /** The categories of calls that only lead from one caller to the next. */
    static final Set<String> PLUMBING = Set.of("reflection", "proxy");

    FrameCategories {
        prefixes = List.copyOf(prefixes);
        filterMethods = Set.copyOf(filterMethods);
    }

    /** The beginning of the names of classes of one category. */
    record Prefix(String text, String kind) {}

    private static FrameCategories read() {
        var prefixes = new ArrayList<Prefix>();
        var methods = new HashSet<String>();
        ClasspathResource.table(FrameCategories.class, "frame-groups.properties")
                .forEach((kind, words) -> {
                    var all = List.of(words.strip().split("\\s+"));
                    if (kind.equals("filter.methods")) {
                        methods.addAll(all);
                    } else {
                        all.forEach(prefix -> prefixes.add(new Prefix(prefix, kind)));
                    }
                });
        prefixes.sort(Comparator.comparingInt(prefix -> -prefix.text().length()));
        return new FrameCategories(prefixes, methods);
    }

    /** Returns the kind of a frame: own, filter, library, or one that the file names. */
    String of(FrameReport frame) {
        if (frame.applicationCode()) {
            return OWN;
        }
        return filterMethods.contains(frame.method()) ? FILTER : ofClass(frame.className());
    }

    /** Returns the kind of the longest prefix of the name. */
    String ofClass(String className) {
        for (var prefix : prefixes) {
            if (className.startsWith(prefix.text())) {
                return prefix.kind();
            }
        }
        return LIBRARY;
    }

    /** Returns what kind of plumbing a call is, or null. */
    @Nullable
    String noise(String className, String method) {
        var call = new MethodLabel(className, method);
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
