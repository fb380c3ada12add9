package org.errorpages.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.errorpages.http.MediaType;
import org.errorpages.http.Representation;
import org.errorpages.report.IncidentList;
import org.errorpages.report.IncidentSummary;

/** Turns a list of incidents into the bytes of one form. */
public interface IncidentListRenderer extends Representation {

    /** Returns the value of the Content-Type header. */
    String contentType();

    /** Returns the Content-Security-Policy of the form. */
    default String policy() {
        return "default-src 'none'; frame-ancestors 'none'";
    }

    /** Returns the body in the charset of the content type. */
    byte[] render(IncidentList list);

    /** Returns the renderer as JSON: {@code {"incidents": [...]}}, newest first. */
    static IncidentListRenderer json() {
        return new Json();
    }

    /** Returns the renderer as plain text: two lines for each incident, and its path. */
    static IncidentListRenderer text() {
        return new Text();
    }

    /** Renders a list as JSON. */
    record Json() implements IncidentListRenderer {

        @Override
        public MediaType mediaType() {
            return MediaType.of("application/json");
        }

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public byte[] render(IncidentList list) {
            var bytes = new ByteArrayOutputStream();
            var incidents = list.lines().stream().map(Json::members).toList();
            try (var json = ProblemJsonRenderer.FACTORY.get().createGenerator(bytes)) {
                ProblemJsonRenderer.write(json, Map.of("incidents", incidents));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private static Map<String, Object> members(IncidentSummary line) {
            return Problem.members(
                    "id", line.id().toString(),
                    "time", line.time().toString(),
                    "status", line.status().code(),
                    "diagnosis", line.diagnosis(),
                    "request", line.request(),
                    "times", line.times(),
                    "href", line.path());
        }
    }

    /** Renders a list as plain text. */
    record Text() implements IncidentListRenderer {

        @Override
        public MediaType mediaType() {
            return MediaType.TEXT;
        }

        @Override
        public String contentType() {
            return "text/plain;charset=utf-8";
        }

        @Override
        public byte[] render(IncidentList list) {
            var messages = list.messages();
            var text = new StringBuilder(messages.get("dev.memory.title")).append('\n');
            if (list.lines().isEmpty()) {
                text.append('\n').append(messages.get("dev.memory.none")).append('\n');
            }
            for (var line : list.lines()) {
                text.append('\n').append(head(line)).append('\n');
                text.append("    ").append(line.diagnosis()).append('\n');
                if (line.path() != null) {
                    text.append("    ").append(line.path()).append('\n');
                }
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static String head(IncidentSummary line) {
            return TimeText.toTheSecond(line.time()) + "  " + line.status().code() + "  " + line.request()
                    + (line.times() > 1 ? "  ×" + line.times() : "");
        }
    }
}
