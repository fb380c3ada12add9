package org.errorpages.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.errorpages.i18n.Messages;
import org.errorpages.report.CauseReport;
import org.errorpages.report.FrameGroup;
import org.errorpages.report.FrameReport;
import org.errorpages.report.RecursionCycle;

/**
 * Splits the frames of a throwable into runs with a telling name.
 *
 * <p>Never folded are the application's own frames, the first frame of a library that each run of these called, and the
 * innermost ones; of reflection and proxies only what is innermost of all, for they tell nothing of who called whom.
 *
 * @param frames the frames, innermost first
 * @param repeats the rounds of a recursion among them
 * @param messages the texts in which runs are named
 */
public record FrameGrouper(List<FrameReport> frames, List<RecursionCycle> repeats, Messages messages) {

    private static final String REPEAT = "repeat ";

    private static final int MAX_FILTERS = 12;

    private static final int INNERMOST = 3;

    /** To fold fewer saves no line. */
    private static final int FOLD = 2;

    /** So few frames of another kind do not part those of one. */
    private static final int GAP = 2;

    public FrameGrouper {
        frames = List.copyOf(frames);
        repeats = List.copyOf(repeats);
        Objects.requireNonNull(messages);
    }

    /** Returns the frames of a throwable in groups, which are named in the language of the messages. */
    public static List<FrameGroup> groups(CauseReport cause, Messages messages) {
        return new FrameGrouper(cause.frames(), cause.repeats(), messages).groups();
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

    /** Returns what each frame belongs to; equal for frames of one run. */
    private List<String> keys() {
        var keys = new ArrayList<>(frames.stream().map(this::key).toList());
        for (int start = endOfRun(keys, 0); start < keys.size(); start = endOfRun(keys, start)) {
            int end = endOfRun(keys, start);
            boolean gap = end < keys.size()
                    && end - start <= GAP
                    && !frames.get(start).applicationCode()
                    && !frames.get(end).applicationCode()
                    && keys.get(end).equals(keys.get(start - 1));
            if (gap) {
                keys.subList(start, end).replaceAll(any -> keys.get(end));
            }
        }
        for (int i = 0; i < repeats.size(); i++) {
            var repeat = repeats.get(i);
            var key = REPEAT + i;
            keys.subList(repeat.first(), repeat.first() + repeat.length()).replaceAll(any -> key);
        }
        return keys;
    }

    private String key(FrameReport frame) {
        var kind = FrameCategories.STANDARD.of(frame);
        return kind.equals(FrameCategories.LIBRARY) ? kind + " " + library(frame) : kind;
    }

    private static String library(FrameReport frame) {
        return frame.library() == null ? packageOf(frame.className()) : frame.library();
    }

    /** Returns the first two names of the package, which tell whose it is. */
    private static String packageOf(String className) {
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
        var run = frames.subList(start, end);
        var name = name(key, run);
        for (int from = start; from < end; ) {
            int to = from;
            boolean visible = isVisible(key, start, from);
            while (to < end && isVisible(key, start, to) == visible) {
                to++;
            }
            boolean folded = !visible && to - from >= FOLD;
            append(groups, new FrameGroup(name, folded, isRepeat(key), frames.subList(from, to)), from > start);
            from = to;
        }
    }

    /** What is too short to be folded goes on where the run began. */
    private static void append(List<FrameGroup> groups, FrameGroup group, boolean continues) {
        var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (!continues || last == null || last.folded() || group.folded()) {
            groups.add(group);
            return;
        }
        var joined = new ArrayList<>(last.frames());
        joined.addAll(group.frames());
        groups.set(groups.size() - 1, new FrameGroup(last.name(), false, last.repeated(), joined));
    }

    private boolean isVisible(String key, int start, int place) {
        if (FrameCategories.PLUMBING.contains(key)) {
            return start == 0 && place < INNERMOST;
        }
        boolean boundary = place + 1 < frames.size() && frames.get(place + 1).applicationCode();
        return frames.get(place).applicationCode() || boundary || place < INNERMOST || isRepeat(key);
    }

    private static boolean isRepeat(String key) {
        return key.startsWith(REPEAT);
    }

    private String name(String key, List<FrameReport> run) {
        if (isRepeat(key)) {
            var repeat = repeats.get(Integer.parseInt(key.substring(REPEAT.length())));
            return messages.get("dev.group.repeat", "times", Integer.toString(repeat.times()));
        }
        if (key.equals(FrameCategories.FILTER)) {
            return filters(run);
        }
        if (key.startsWith(FrameCategories.LIBRARY)) {
            return messages.get("dev.group.library", "library", key.substring(FrameCategories.LIBRARY.length() + 1));
        }
        return messages.get("dev.group." + key) + libraries(key, run);
    }

    /** Where only the container's own frames are left, there is no filter to name. */
    private String filters(List<FrameReport> run) {
        var names = filterNames(run);
        return names.isEmpty()
                ? messages.get("dev.group.servlet") + libraries(FrameCategories.SERVLET, run)
                : messages.get("dev.group.filter", "filters", String.join(" > ", names));
    }

    /** Returns the simple names of the filters that are called in a run, outermost first. */
    private static List<String> filterNames(List<FrameReport> run) {
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

    /** The links of the container between two filters are none. */
    private static boolean isFilter(FrameReport frame) {
        return !FrameCategories.STANDARD.ofClass(frame.className()).equals(FrameCategories.SERVLET)
                && !simpleName(frame).endsWith("Chain");
    }

    /** The doFilter of a base class calls the doFilterInternal of the filter proper. */
    private static boolean isBaseOfFilter(List<FrameReport> run, int place) {
        return place > 0
                && run.get(place - 1).method().equals("doFilterInternal")
                && run.get(place).method().equals("doFilter");
    }

    private static String simpleName(FrameReport frame) {
        var name = frame.className().substring(frame.className().lastIndexOf('.') + 1);
        return name.substring(name.lastIndexOf('$') + 1);
    }

    private static String libraries(String key, List<FrameReport> run) {
        if (key.equals(FrameCategories.OWN)) {
            return "";
        }
        var libraries = run.stream()
                .map(FrameReport::library)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return libraries.isEmpty()
                ? ""
                : IntStream.range(0, Math.min(libraries.size(), GAP))
                        .mapToObj(libraries::get)
                        .collect(Collectors.joining(", ", " (", libraries.size() > GAP ? ", …)" : ")"));
    }
}
