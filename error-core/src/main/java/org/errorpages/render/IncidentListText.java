package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import org.errorpages.media.MediaType;
import org.errorpages.report.IncidentLine;
import org.errorpages.report.IncidentList;

/** Renders a list of incidents as plain text: two lines for each, and where it can be looked up. */
public final class IncidentListText implements IncidentListRenderer {

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

    private static String head(IncidentLine line) {
        return TimeText.toTheSecond(line.time()) + "  " + line.status().code() + "  " + line.request()
                + (line.times() > 1 ? "  ×" + line.times() : "");
    }
}
