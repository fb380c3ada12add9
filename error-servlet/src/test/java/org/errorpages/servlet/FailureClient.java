package org.errorpages.servlet;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.errorpages.i18n.SupportedLocales;

/** Sends requests over one connection in many languages and formats and checks each response. */
final class FailureClient implements Closeable {

    private static final int LANGUAGES = 500;
    private static final int MESSAGES = 1_000;
    private static final int MOST_WRONG = 10;

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "text/html", "text/html;charset=utf-8",
            "application/json", "application/problem+json",
            "text/plain", "text/plain;charset=utf-8");

    private static final List<String> ACCEPT = List.copyOf(CONTENT_TYPES.keySet());
    private static final Pattern ID = Pattern.compile("(?<![\\w-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![\\w-])");
    private static final List<String> TAGS = SupportedLocales.builtIn().tags();

    private final Socket socket;
    private final InputStream in;
    private final List<String> wrong = new ArrayList<>();
    private int sent;
    private long responses;

    FailureClient(int port, int number) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
        sent = number * 101;
    }

    long responses() {
        return responses;
    }

    List<String> wrong() {
        return wrong;
    }

    void sendUntil(Instant end, Writer ids) throws IOException {
        while (Instant.now().isBefore(end)) {
            var body = send();
            var id = ID.matcher(body);
            if (responses % 10 == 0 && id.find()) {
                ids.write(id.group() + "\n");
            }
        }
    }

    /** Sends one request and returns the body. */
    String send() throws IOException {
        int i = sent++;
        var accept = ACCEPT.get(i % ACCEPT.size());
        var language = language(i);
        var request = "GET /shop?" + i % MESSAGES + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: " + accept
                + "\r\nAccept-Language: " + language + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var status = line();
        var headers = headers();
        var body = new String(
                in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))), StandardCharsets.UTF_8);
        responses++;
        boolean right = status.startsWith("HTTP/1.1 500 ")
                && Objects.equals(headers.get("content-type"), CONTENT_TYPES.get(accept))
                && tag(i).equals(headers.get("content-language"))
                && body.contains("500");
        if (!right && wrong.size() < MOST_WRONG) {
            wrong.add(request + status + headers + body);
        }
        return body;
    }

    private static String language(int i) {
        int n = i % LANGUAGES;
        return tag(i) + "-x-n" + n + ", en;q=0." + (1 + n % 9);
    }

    private static String tag(int i) {
        return TAGS.get(i % LANGUAGES % TAGS.size());
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
