package org.errorpages.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.errorpages.media.MediaType;
import org.errorpages.report.IncidentLine;
import org.errorpages.report.IncidentList;

/** Renders a list of incidents as JSON: {@code {"incidents": [...]}}, newest first. */
public final class IncidentListJson implements IncidentListRenderer {

    private static final MediaType JSON = MediaType.of("application/json");

    @Override
    public MediaType mediaType() {
        return JSON;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] render(IncidentList list) {
        var bytes = new ByteArrayOutputStream();
        try (var json = ProblemJsonRenderer.FACTORY.get().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("incidents");
            for (var line : list.lines()) {
                write(json, line);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, IncidentLine line) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", line.id().toString());
        json.writeStringField("time", line.time().toString());
        json.writeNumberField("status", line.status().code());
        json.writeStringField("diagnosis", line.diagnosis());
        json.writeStringField("request", line.request());
        json.writeNumberField("times", line.times());
        if (line.path() != null) {
            json.writeStringField("href", line.path());
        }
        json.writeEndObject();
    }
}
