package org.errorpages.report;

import java.util.List;
import org.errorpages.redact.RedactedField;
import org.jspecify.annotations.Nullable;

/**
 * The redacted request, for developers.
 *
 * @param requestLine the method and request target
 * @param handler the servlet or other handler of the request, or null
 * @param sections further details, such as parameters
 */
public record RequestReport(
        String requestLine, @Nullable String handler, List<RedactedField> headers, List<Section> sections) {

    /**
     * Request details of one kind.
     *
     * @param name the key of the title {@code dev.request.NAME}, such as {@code parameters}
     */
    public record Section(String name, List<RedactedField> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    public RequestReport {
        headers = List.copyOf(headers);
        sections = List.copyOf(sections);
    }

    /** Returns the request line without the query. */
    public String methodAndPath() {
        return requestLine.split("\\?", 2)[0];
    }

    /** Returns the fields of a section, or an empty list. */
    public List<RedactedField> fields(String section) {
        return sections.stream()
                .filter(each -> each.name().equals(section))
                .flatMap(each -> each.fields().stream())
                .toList();
    }
}
