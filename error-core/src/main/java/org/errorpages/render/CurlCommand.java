package org.errorpages.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.errorpages.http.MediaType;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.RedactedField;
import org.errorpages.report.DeveloperReport;

/**
 * The command for a POSIX shell that repeats a request as far as the report has it: its content is a file that the
 * developer has to write, unless it is a form that the application has read; and what is hidden stays so.
 *
 * <p>It goes to where the variable {@code SITE} says and not to where the request claims to have gone.
 */
record CurlCommand(DeveloperReport developer, Messages messages) {

    /** These belong to the connection and to the content; and packed, an answer cannot be read in a terminal. */
    private static final Set<String> LEFT_OUT = Set.of(
            ("host content-length transfer-encoding expect connection keep-alive te upgrade" + " accept-encoding")
                    .split(" "));

    private static final String FILE = "  --data-binary @body";

    private static final Pattern HIDDEN = Pattern.compile("\\[hidden: ([a-z ]{1,30})]");

    private static final String SITE = "\"${SITE:-http://localhost:8080}\"";
    private static final String IN_TARGETS = "-._~!$&'()*+,;=:@/?%";

    /** Returns the lines of the command, all but the last one with the mark that another one follows. */
    List<String> lines() {
        var content = content();
        var lines = new ArrayList<String>();
        var request = developer.request().line();
        int space = request.indexOf(' ');
        lines.add("curl --path-as-is" + method(request.substring(0, Math.max(space, 0)), !content.isEmpty()) + " "
                + SITE + quoted(target(request.substring(space + 1))));
        developer.request().headers().stream()
                .filter(CurlCommand::isRepeated)
                .map(field -> "  -H " + header(field))
                .forEach(lines::add);
        lines.addAll(content);
        lines.subList(0, lines.size() - 1).replaceAll(line -> line + " \\");
        if (content.contains(FILE)) {
            lines.add(0, "# " + messages.get("dev.curl.body").replaceAll("\\p{Cntrl}", " "));
        }
        return lines;
    }

    /** A form that is sent in parts has marks between them that only the header field tells. */
    private List<String> content() {
        var form = developer.request().sections().stream()
                .filter(section -> section.name().equals("form"))
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.name().equals(RedactedField.MORE))
                .map(field -> "  --data-urlencode " + parameter(field))
                .toList();
        boolean inParts = values("content-type").anyMatch(type -> type.startsWith("multipart/"));
        boolean some = values("transfer-encoding").findAny().isPresent()
                || values("content-length").anyMatch(length -> !length.equals("0"));
        boolean head = developer.request().line().startsWith("HEAD ");
        return head ? List.of() : !form.isEmpty() && !inParts ? form : some ? List.of(FILE) : List.of();
    }

    private Stream<String> values(String name) {
        return developer.request().headers().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(field -> field.value().strip().toLowerCase(Locale.ROOT));
    }

    /** Of an answer to HEAD no content is to be waited for; with a content curl would not say GET by itself. */
    private static String method(String method, boolean content) {
        return switch (method) {
            case "GET", "" -> content ? " -X GET" : "";
            case "HEAD" -> " --head";
            default -> " -X " + quoted(method);
        };
    }

    /**
     * Returns the target with what may not stand in a URL encoded; the slash keeps it from being read as a host. What is
     * hidden stays a word that can be replaced.
     */
    private static String target(String request) {
        var target = HIDDEN.matcher(request)
                .replaceAll(mark -> "hidden-" + mark.group(1).replace(' ', '-'));
        var url = new StringBuilder(target.startsWith("/") ? "" : "/");
        for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || IN_TARGETS.indexOf(c) >= 0);
            url.append(kept ? c : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return url.toString();
    }

    /** A name that is none, such as one that curl takes for that of a file, cannot have been sent. */
    private static boolean isRepeated(RedactedField field) {
        return MediaType.isToken(field.name())
                && !LEFT_OUT.contains(field.name().toLowerCase(Locale.ROOT));
    }

    /** To curl a name with nothing after its colon is a header to leave out. */
    private String header(RedactedField field) {
        if (field.hiddenBy() != null) {
            return quoted(field.name() + ": ") + variable(field);
        }
        var value = field.value().strip();
        return quoted(value.isEmpty() ? field.name() + ";" : field.name() + ": " + value);
    }

    /** What stands before the first equals sign, curl takes for the name and leaves as it is. */
    private String parameter(RedactedField field) {
        var name = quoted(URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "=");
        return name + (field.hiddenBy() == null ? quoted(field.value()) : variable(field));
    }

    /** What is hidden the developer can set; the command works without. */
    private String variable(RedactedField field) {
        var name = field.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]++", "_");
        var start = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" : "";
        return "\"${" + start + name + ":-" + field.shown(messages).replaceAll("[\"$`\\\\{}\\p{Cntrl}]", "") + "}\"";
    }

    private static String quoted(String word) {
        return "'" + word.replaceAll("\\p{Cntrl}", " ").replace("'", "'\\''") + "'";
    }
}
