package org.errorpages.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.errorpages.http.MediaType;
import org.errorpages.report.ErrorReport;
import org.errorpages.resource.Lazy;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/** Renders a report as {@code application/problem+json} (RFC 9457). */
public final class ProblemJsonRenderer implements Renderer {

    private static final List<MediaType> ALTERNATIVES =
            List.of(MediaType.of("application/json"), MediaType.of("application/*+json"), MediaType.of("text/json"));

    /** The escapes keep a document harmless that somebody embeds into HTML or JavaScript. */
    private static final Lazy<JsonFactory> FACTORY = Lazy.of(() -> new JsonFactoryBuilder()
            .characterEscapes(new HtmlSafeJsonEscapes())
            // The default pool is a ThreadLocal: threads of the server would keep the application in memory.
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
        return json(ProblemMapper.of(ReportView.of(report)));
    }

    /** Returns the JSON of a String, a Number, a Boolean, a Map of members or a List of these. */
    static byte[] json(Object value) {
        var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.get().createGenerator(bytes)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (var member : object.entrySet()) {
                json.writeFieldName(member.getKey().toString());
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (var item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }

    /** Escapes the special characters of HTML and the line separators of JavaScript. */
    private static final class HtmlSafeJsonEscapes extends CharacterEscapes {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '\''}) {
                escapes[c] = ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return c == '\u2028' || c == '\u2029' ? new SerializedString("\\u" + Integer.toHexString(c)) : null;
        }
    }
}
