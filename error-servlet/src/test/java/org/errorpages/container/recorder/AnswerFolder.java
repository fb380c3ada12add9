package org.errorpages.container.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;

/**
 * A folder of masked answers, each in a file of its own.
 *
 * @param root the folder, which need not exist
 * @param mask replaces the parts that may differ
 */
public record AnswerFolder(Path root, AnswerMask mask) {

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9._=*;-]+");

    /** Returns the folder that the system property {@code answers} names, or the usual one. */
    public static AnswerFolder chosen(Path usual, AnswerMask mask) {
        return new AnswerFolder(Path.of(System.getProperty("answers", usual.toString())), mask);
    }

    /**
     * Writes an answer, in place of an older one of the same name.
     *
     * @param names the names of the folders and, last, of the file
     */
    public void write(List<String> names, RawResponse answer) {
        var file = names.stream().map(AnswerFolder::fileName).reduce(root, Path::resolve, Path::resolve);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, broken(mask.apply(text(answer))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(String name) {
        var plain = NOT_IN_A_NAME.matcher(name).replaceAll("-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "root" : plain;
    }

    /** Breaks JSON and XML, which are one line, into several for people who compare them. */
    private static String broken(String answer) {
        int body = answer.indexOf("\n\n") + 2;
        if (answer.startsWith("{", body)) {
            return answer.substring(0, body) + answer.substring(body).replace(",\"", ",\n\"");
        }
        return answer.startsWith("<?xml", body)
                ? answer.substring(0, body) + answer.substring(body).replace("><", ">\n<")
                : answer;
    }

    /** Returns the status line, the header fields in alphabetical order, the body, and how it broke off. */
    private static String text(RawResponse answer) {
        var fields = answer.headerLines().stream().sorted().collect(Collectors.joining("\n"));
        var end = answer.end() == End.COMPLETE
                ? ""
                : "\n[" + answer.end().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "]\n";
        return answer.statusLine() + "\n" + fields + "\n\n" + answer.text() + "\n" + end;
    }
}
