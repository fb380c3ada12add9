package org.errorpages.container.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares two folders of recorded answers and groups the differences, as one change usually shows in many answers.
 *
 * <p>It needs no class path: {@code java AnswerComparison.java OLD NEW [SUBSTITUTIONS]}. A line {@code old => new} of
 * the file of substitutions, the first a regular expression, makes a change in the old answers that is wanted.
 */
public final class AnswerComparison {

    /** The lines of the application's own source, which move when somebody edits a comment of the application. */
    private static final List<Pattern> SOURCE_LINES = List.of(
            Pattern.compile("(?m)^ +(?:> |&gt; )?\\d+(?:  .*)?\\n"),
            Pattern.compile("(?s)<pre translate=\"no\"[^>]*><code>.*?</code></pre>"),
            Pattern.compile("(?s)\"lines\":\\[(?:\"(?:[^\"\\\\]|\\\\.)*+\"[,\\n]*)*+\\]"),
            Pattern.compile("(?s)<lines>.*?</lines>"),
            Pattern.compile("(?<=\\.java:)\\d+"),
            Pattern.compile("(?<=\"(?:first_)?line\":)\\d+"),
            Pattern.compile("(?<=<(?:first_)?line>)\\d+"));

    private static final int SHOWN = 40;
    private static final int LONGEST = 1_000;

    private final Map<Outcome, List<String>> files = new TreeMap<>();
    private final Map<String, List<String>> changes = new TreeMap<>();

    /** The result for one file. */
    enum Outcome {
        SAME("the same"),
        GONE("gone: the new application has no such path"),
        SOURCE("the same but for lines of the application's source"),
        MISSING("only in the old folder"),
        ADDED("only in the new folder"),
        DIFFERENT("different");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    private record Substitution(Pattern old, String replacement) {}

    private AnswerComparison() {}

    /** Prints the result; the exit status is 1 when an answer differs or is missing. */
    public static void main(String[] arguments) throws IOException {
        var comparison = compare(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                arguments.length < 3 ? "" : Files.readString(Path.of(arguments[2])));
        System.out.print(comparison.report());
        System.exit(comparison.isSame() ? 0 : 1);
    }

    /** Compares the files of two folders. */
    static AnswerComparison compare(Path old, Path recent, String substitutions) throws IOException {
        var parsed = parse(substitutions);
        var comparison = new AnswerComparison();
        var names = new TreeSet<>(names(old));
        names.addAll(names(recent));
        for (var name : names) {
            comparison.compare(name, text(old.resolve(name)), text(recent.resolve(name)), parsed);
        }
        return comparison;
    }

    private static List<Substitution> parse(String substitutions) {
        return substitutions
                .lines()
                .filter(line -> line.contains(" => ") && !line.startsWith("#"))
                .map(line -> line.split(" => ", 2))
                .map(parts -> new Substitution(Pattern.compile(parts[0]), parts[1]))
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void compare(String name, String old, String recent, List<Substitution> substitutions) {
        var wanted = old;
        for (var each : substitutions) {
            wanted = each.old().matcher(wanted).replaceAll(each.replacement());
        }
        var outcome = outcome(wanted, recent);
        files.computeIfAbsent(outcome, absent -> new ArrayList<>()).add(name);
        if (outcome == Outcome.DIFFERENT) {
            changes.computeIfAbsent(change(wanted, recent), absent -> new ArrayList<>())
                    .add(name);
        }
    }

    private static Outcome outcome(String old, String recent) {
        if (old.equals(recent)) {
            return Outcome.SAME;
        }
        if (old.isEmpty()) {
            return Outcome.ADDED;
        }
        if (recent.isEmpty()) {
            return Outcome.MISSING;
        }
        if (isUnknownPath(recent) && !isUnknownPath(old)) {
            return Outcome.GONE;
        }
        return withoutSource(old).equals(withoutSource(recent)) ? Outcome.SOURCE : Outcome.DIFFERENT;
    }

    /** Returns whether the server itself answered, which knows no servlet for the path. */
    private static boolean isUnknownPath(String answer) {
        return answer.matches("(?s)HTTP/[\\d.]+ 40[45] .*") && !answer.contains("\nX-Robots-Tag: ");
    }

    private static String withoutSource(String answer) {
        var text = answer;
        for (var each : SOURCE_LINES) {
            text = each.matcher(text).replaceAll("");
        }
        return text;
    }

    /** Returns the lines from the first to the last that differ, the old ones and then the new ones. */
    private static String change(String old, String recent) {
        var before = old.lines().toList();
        var after = recent.lines().toList();
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return lines("- ", before.subList(head, before.size() - tail))
                + lines("+ ", after.subList(head, after.size() - tail));
    }

    private static String lines(String sign, List<String> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append("    ").append(sign).append(line).append('\n'));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "...\n" : text.toString();
    }

    /** Returns whether no answer differs and none is missing. */
    boolean isSame() {
        return !files.containsKey(Outcome.DIFFERENT) && !files.containsKey(Outcome.MISSING);
    }

    /** Returns the files of an outcome. */
    List<String> files(Outcome outcome) {
        return files.getOrDefault(outcome, List.of());
    }

    /** Returns a line for each outcome and the changes, most frequent first. */
    String report() {
        var report = new StringBuilder();
        files.forEach((outcome, names) ->
                report.append(names.size()).append(' ').append(outcome.words).append('\n'));
        changes.entrySet().stream()
                .sorted(Comparator.comparingInt(change -> -change.getValue().size()))
                .limit(SHOWN)
                .forEach(change -> report.append('\n')
                        .append(change.getValue().size())
                        .append(" such as ")
                        .append(change.getValue().get(0))
                        .append('\n')
                        .append(change.getKey()));
        for (var outcome : List.of(Outcome.GONE, Outcome.SOURCE, Outcome.MISSING, Outcome.ADDED)) {
            files(outcome).stream()
                    .map(name -> name.replaceFirst("/[^/]*$", ""))
                    .distinct()
                    .forEach(name -> report.append('\n')
                            .append(outcome.name().toLowerCase(java.util.Locale.ROOT))
                            .append(": ")
                            .append(name));
        }
        return report.append(isSame() ? "\nsame\n" : "\ndifferent\n").toString();
    }
}
