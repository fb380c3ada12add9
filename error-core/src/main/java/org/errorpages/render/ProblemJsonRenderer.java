package org.errorpages.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.errorpages.media.MediaType;
import org.errorpages.report.ErrorReport;
import org.errorpages.resource.Deferred;
import org.errorpages.status.Status;

/** Renders a report as {@code application/problem+json} (RFC 9457). */
public final class ProblemJsonRenderer implements Renderer {

    private static final List<MediaType> ALTERNATIVES =
            List.of(MediaType.of("application/json"), MediaType.of("application/*+json"), MediaType.of("text/json"));

    /** Escapes what would end a script element or a line of JavaScript, in case somebody embeds the document. */
    static final Deferred<JsonFactory> FACTORY = Deferred.of(() -> new JsonFactoryBuilder()
            .characterEscapes(new EmbeddableEscapes())
            // The pool by default is a ThreadLocal: with it, the threads of a server keep the application.
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build());

    @Override
    public MediaType mediaType() {
        return MediaType.PROBLEM_JSON;
    }

    @Override
    public List<MediaType> alternatives() {
        return ALTERNATIVES;
    }

    @Override
    public boolean isCacheable(Status status) {
        return true;
    }

    @Override
    public byte[] render(ErrorReport report) {
        var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.get().createGenerator(bytes)) {
            json.writeStartObject();
            write(json, Problem.of(report));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Problem problem) throws IOException {
        for (var member : problem.members()) {
            json.writeFieldName(member.name());
            write(json, member.value());
        }
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Problem object) {
            json.writeStartObject();
            write(json, object);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (var item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }
}
