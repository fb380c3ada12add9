package org.errorpages.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.errorpages.i18n.Messages;
import org.errorpages.report.CauseReport;
import org.errorpages.report.CauseReport.RecursionCycle;
import org.errorpages.report.FrameReport;
import org.errorpages.resource.ClasspathResource;

/**
 * Groups the frames of a throwable under descriptive headings.
 *
 * <p>Visible are application code, the library frames it calls directly, and the innermost frames; all others may be folded.
 * Reflection and proxies are visible only among the innermost frames.
 *
 * @param frames the frames, innermost first
 * @param cycles the recursion cycles in the frames
 * @param messages the texts for the headings
 */
public record FrameGrouper(List<FrameReport> frames, List<RecursionCycle> cycles, Messages messages) {

    private static final String OWN = "own";
    private static final String FILTER = "filter";
    private static final String SERVLET = "servlet";
    private static final String LIBRARY = "library";
    private static final String CYCLE = "repeat ";

    /** The categories of frames that only pass a call on. */
    private static final Set<String> PLUMBING = Set.of("reflection", "proxy");

    private static final Map<String, String> CATEGORIES =
            ClasspathResource.table(FrameGrouper.class, "frame-groups.properties");

    private static final Set<String> FILTER_METHODS = Set.copyOf(words(CATEGORIES.getOrDefault("filter.methods", "")));

    /** Prefixes of class names with their categories, longest first. */
    private static final List<Map.Entry<String, String>> PREFIXES = CATEGORIES.entrySet().stream()
            .filter(category -> !category.getKey().equals("filter.methods"))
            .flatMap(
                    category -> words(category.getValue()).stream().map(prefix -> Map.entry(prefix, category.getKey())))
            .sorted(Comparator.comparingInt(prefix -> -prefix.getKey().length()))
            .toList();

    private static final int MAX_FILTERS = 12;
    private static final int INNERMOST = 3;

    /** At most so many frames of another category don't split a group. */
    private static final int MAX_GAP = 2;

    private static final int MAX_LIBRARIES = 2;

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

    /** Returns the frames of a throwable in groups. */
    public static List<FrameGroup> group(CauseReport cause, Messages messages) {
        return new FrameGrouper(cause.frames(), cause.cycles(), messages).groups();
    }

    List<FrameGroup> groups() {
        var keys = keys();
        var groups = new ArrayList<FrameGroup>();
        for (int start = 0; start < frames.size(); ) {
            int end = endOfRun(keys, start);
            add(groups, keys.get(start), start, end);
            start = end;
        }
        return groups;
    }

    /** Returns a key for each frame; adjacent frames with the same key belong together. */
    private List<String> keys() {
        var keys = new ArrayList<>(frames.stream().map(FrameGrouper::key).toList());
        for (int start = endOfRun(keys, 0); start < keys.size(); start = endOfRun(keys, start)) {
            int end = endOfRun(keys, start);
            boolean gap = end < keys.size()
                    && end - start <= MAX_GAP
                    && !frames.get(start).applicationCode()
                    && !frames.get(end).applicationCode()
                    && keys.get(end).equals(keys.get(start - 1));
            if (gap) {
                keys.subList(start, end).replaceAll(any -> keys.get(end));
            }
        }
        for (int i = 0; i < cycles.size(); i++) {
            var cycle = cycles.get(i);
            var key = CYCLE + i;
            keys.subList(cycle.first(), cycle.first() + cycle.length()).replaceAll(any -> key);
        }
        return keys;
    }

    private static String key(FrameReport frame) {
        var category = category(frame);
        if (!category.equals(LIBRARY)) {
            return category;
        }
        return category + " " + (frame.library() == null ? packagePrefix(frame.className()) : frame.library());
    }

    /** Returns the first two names of the package, which identify its vendor. */
    private static String packagePrefix(String className) {
        int first = className.indexOf('.');
        int second = className.indexOf('.', first + 1);
        int end = second < 0 ? first : second;
        return end < 0 ? className : className.substring(0, end);
    }

    private static int endOfRun(List<String> keys, int start) {
        int end = start;
        while (end < keys.size() && keys.get(end).equals(keys.get(start))) {
            end++;
        }
        return end;
    }

    private void add(List<FrameGroup> groups, String key, int start, int end) {
        var name = name(key, frames.subList(start, end));
        for (int from = start; from < end; ) {
            boolean folded = isFolded(key, start, end, from);
            int to = from;
            while (to < end && isFolded(key, start, end, to) == folded) {
                to++;
            }
            groups.add(new FrameGroup(name, folded, isCycle(key), frames.subList(from, to)));
            from = to;
        }
    }

    /** Returns whether a frame and an adjacent one are hidden: folding a single frame saves no line. */
    private boolean isFolded(String key, int start, int end, int index) {
        boolean afterHidden = index > start && !isVisible(key, start, index - 1);
        boolean beforeHidden = index + 1 < end && !isVisible(key, start, index + 1);
        return !isVisible(key, start, index) && (afterHidden || beforeHidden);
    }

    private boolean isVisible(String key, int start, int index) {
        if (PLUMBING.contains(key)) {
            return start == 0 && index < INNERMOST;
        }
        boolean calledByApplication =
                index + 1 < frames.size() && frames.get(index + 1).applicationCode();
        return frames.get(index).applicationCode() || calledByApplication || index < INNERMOST || isCycle(key);
    }

    private static boolean isCycle(String key) {
        return key.startsWith(CYCLE);
    }

    private String name(String key, List<FrameReport> run) {
        if (isCycle(key)) {
            var cycle = cycles.get(Integer.parseInt(key.substring(CYCLE.length())));
            return messages.get("dev.group.repeat", "times", Integer.toString(cycle.repetitions()));
        }
        if (key.startsWith(LIBRARY)) {
            return messages.get("dev.group.library", "library", key.substring(LIBRARY.length() + 1));
        }
        if (key.equals(OWN)) {
            return messages.get("dev.group.own");
        }
        if (!key.equals(FILTER)) {
            return messages.get("dev.group." + key) + libraries(run);
        }
        var filters = filters(run);
        // Without a named filter, only frames of the container are left.
        return filters.isEmpty()
                ? messages.get("dev.group.servlet") + libraries(run)
                : messages.get("dev.group.filter", "filters", String.join(" > ", filters));
    }

    /** Returns the simple names of the filters called in a run, outermost first. */
    private static List<String> filters(List<FrameReport> run) {
        var names = new ArrayList<String>();
        for (int i = 0; i < run.size() && names.size() < MAX_FILTERS; i++) {
            var name = simpleName(run.get(i));
            boolean same = !names.isEmpty() && names.get(names.size() - 1).equals(name);
            if (!same && isFilter(run.get(i)) && !isBaseOfFilter(run, i)) {
                names.add(name);
            }
        }
        Collections.reverse(names);
        return names;
    }

    /** Excludes the container's filter chain. */
    private static boolean isFilter(FrameReport frame) {
        return !category(frame.className()).equals(SERVLET)
                && !simpleName(frame).endsWith("Chain");
    }

    /** The doFilter method of a base class calls the doFilterInternal method of the filter. */
    private static boolean isBaseOfFilter(List<FrameReport> run, int index) {
        return index > 0
                && run.get(index - 1).method().equals("doFilterInternal")
                && run.get(index).method().equals("doFilter");
    }

    private static String simpleName(FrameReport frame) {
        var name = frame.className().substring(frame.className().lastIndexOf('.') + 1);
        return name.substring(name.lastIndexOf('$') + 1);
    }

    private static String libraries(List<FrameReport> run) {
        var libraries = run.stream()
                .map(FrameReport::library)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return libraries.isEmpty()
                ? ""
                : libraries.stream()
                        .limit(MAX_LIBRARIES)
                        .collect(Collectors.joining(", ", " (", libraries.size() > MAX_LIBRARIES ? ", …)" : ")"));
    }

    /** Returns own, filter, library, or a category of {@code frame-groups.properties}. */
    private static String category(FrameReport frame) {
        if (frame.applicationCode()) {
            return OWN;
        }
        return FILTER_METHODS.contains(frame.method()) ? FILTER : category(frame.className());
    }

    /** Returns the category of the longest matching prefix. */
    private static String category(String className) {
        for (var prefix : PREFIXES) {
            if (className.startsWith(prefix.getKey())) {
                return prefix.getValue();
            }
        }
        return LIBRARY;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
