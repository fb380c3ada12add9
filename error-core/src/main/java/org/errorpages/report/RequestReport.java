package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import org.errorpages.redact.RedactedField;
import org.jspecify.annotations.Nullable;

/**
 * The request as a developer is shown it; redacted.
 *
 * @param line the method and the request target
 * @param handler what handled the request, such as a servlet's name, or null
 * @param headers the header fields
 * @param sections what else is known of it, such as its parameters
 */
public record RequestReport(
        String line, @Nullable String handler, List<RedactedField> headers, List<Section> sections) {

    /**
     * A part of what is known of a request.
     *
     * @param name which, as the texts {@code dev.request.NAME} call it: {@code parameters}, {@code cookies}
     * @param fields what is in it
     */
    public record Section(String name, List<RedactedField> fields) {

        public Section {
            Objects.requireNonNull(name);
            fields = List.copyOf(fields);
        }
    }

    public RequestReport {
        Objects.requireNonNull(line);
        headers = List.copyOf(headers);
        sections = List.copyOf(sections);
    }
}
