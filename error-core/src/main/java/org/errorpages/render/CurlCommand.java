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
 * Builds a POSIX shell command that repeats a request with curl.
 *
 * <p>Form parameters are repeated if the application has read them; any other content comes from a file that the developer
 * provides. Redacted values stay redacted. The command goes to the host in the variable {@code SITE}, not to the host that
 * the request names.
 */
record CurlCommand(DeveloperReport developer, Messages messages) {

    /** Fields of the connection and the framing, and Accept-Encoding: a terminal can't show a compressed response. */
    private static final Set<String> OMITTED_HEADERS = Set.of(
            "host content-length transfer-encoding expect connection keep-alive te upgrade accept-encoding".split(" "));

    private static final String BODY_FROM_FILE = "  --data-binary @body";
    private static final Pattern REDACTED = Pattern.compile("\\[hidden: ([a-z ]{1,30})]");
    private static final String SITE = "\"${SITE:-http://localhost:8080}\"";
    private static final String UNENCODED = "-._~!$&'()*+,;=:@/?%";

    /** Returns the lines of the command; all but the last end with a backslash. */
    List<String> lines() {
        var content = content();
        var lines = new ArrayList<String>();
        var request = developer.request().requestLine();
        int space = request.indexOf(' ');
        lines.add("curl --path-as-is" + method(request.substring(0, Math.max(space, 0)), !content.isEmpty()) + " "
                + SITE + quoted(target(request.substring(space + 1))));
        developer.request().headers().stream()
                .filter(CurlCommand::isRepeatable)
                .map(field -> "  -H " + header(field))
                .forEach(lines::add);
        lines.addAll(content);
        lines.subList(0, lines.size() - 1).replaceAll(line -> line + " \\");
        if (content.contains(BODY_FROM_FILE)) {
            lines.add(0, "# " + messages.get("dev.curl.body").replaceAll("\\p{Cntrl}", " "));
        }
        return lines;
    }

    /** A multipart form isn't repeated: its boundaries are only in the Content-Type that the client sent. */
    private List<String> content() {
        var form = developer.request().fields("form").stream()
                .filter(field -> !field.name().equals(RedactedField.MORE))
                .map(field -> "  --data-urlencode " + parameter(field))
                .toList();
        boolean isMultipart = values("content-type").anyMatch(type -> type.startsWith("multipart/"));
        boolean hasContent = values("transfer-encoding").findAny().isPresent()
                || values("content-length").anyMatch(length -> !length.equals("0"));
        boolean isHead = developer.request().requestLine().startsWith("HEAD ");
        return isHead
                ? List.of()
                : !form.isEmpty() && !isMultipart ? form : hasContent ? List.of(BODY_FROM_FILE) : List.of();
    }

    private Stream<String> values(String name) {
        return developer.request().headers().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(field -> field.value().strip().toLowerCase(Locale.ROOT));
    }

    /** With {@code -X HEAD} curl would wait for content; with content curl would send POST instead of GET. */
    private static String method(String method, boolean hasContent) {
        return switch (method) {
            case "GET", "" -> hasContent ? " -X GET" : "";
            case "HEAD" -> " --head";
            default -> " -X " + quoted(method);
        };
    }

    /**
     * Returns the target with characters percent-encoded that a URL can't contain. A leading slash separates it from the
     * host. A redacted value becomes a word that the developer can replace.
     */
    private static String target(String request) {
        var target = REDACTED.matcher(request)
                .replaceAll(mark -> "hidden-" + mark.group(1).replace(' ', '-'));
        var url = new StringBuilder(target.startsWith("/") ? "" : "/");
        for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || UNENCODED.indexOf(c) >= 0);
            url.append(isPlain ? c : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return url.toString();
    }

    /** A name that isn't a token can't have been sent, and curl would read one such as {@code @x} as a file name. */
    private static boolean isRepeatable(RedactedField field) {
        return MediaType.isToken(field.name())
                && !OMITTED_HEADERS.contains(field.name().toLowerCase(Locale.ROOT));
    }

    /** Curl removes a header that ends with a colon; {@code name;} sends an empty one. */
    private String header(RedactedField field) {
        if (field.rule() != null) {
            return quoted(field.name() + ": ") + variable(field);
        }
        var value = field.value().strip();
        return quoted(value.isEmpty() ? field.name() + ";" : field.name() + ": " + value);
    }

    /** Curl encodes only the value, so the name is encoded here. */
    private String parameter(RedactedField field) {
        var name = quoted(URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "=");
        return name + (field.rule() == null ? quoted(field.value()) : variable(field));
    }

    /** Returns a shell variable that the developer can set to the redacted value. */
    private String variable(RedactedField field) {
        var name = field.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]++", "_");
        var start = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" : "";
        return "\"${" + start + name + ":-" + field.displayValue(messages).replaceAll("[\"$`\\\\{}\\p{Cntrl}]", "")
                + "}\"";
    }

    private static String quoted(String word) {
        return "'" + word.replaceAll("\\p{Cntrl}", " ").replace("'", "'\\''") + "'";
    }
}
