package org.errorpages.servlet.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestDetails.BodyPart;

/**
 * What the application has read of the content of a request, and nothing that it has not.
 *
 * @param request the request, which {@link TrackingRequest} has noted it of
 */
record ConsumedBody(HttpServletRequest request) {

    private static final int MAX_VALUES = 200;

    /** Returns the parameters in the content: those of the query come before them (Servlet 6.0, section 3.1). */
    List<NamedValue> form() {
        if (request.getAttribute(TrackingRequest.PARAMETERS) == null) {
            return List.of();
        }
        var inQuery = NamedValue.ofQuery(request.getQueryString());
        return request.getParameterMap().entrySet().stream()
                .flatMap(parameter -> values(parameter.getKey(), parameter.getValue(), inQuery))
                .limit(MAX_VALUES)
                .toList();
    }

    private static Stream<NamedValue> values(String name, String[] values, List<NamedValue> inQuery) {
        long before =
                inQuery.stream().filter(known -> known.name().equals(name)).count();
        return Stream.of(values).skip(before).filter(Objects::nonNull).map(value -> new NamedValue(name, value));
    }

    List<BodyPart> parts() throws Exception {
        return request.getAttribute(TrackingRequest.PARTS) == null
                ? List.of()
                : request.getParts().stream()
                        .limit(MAX_VALUES)
                        .map(ConsumedBody::part)
                        .toList();
    }

    private static BodyPart part(Part part) {
        return new BodyPart(part.getName(), part.getSubmittedFileName(), part.getContentType(), part.getSize());
    }
}
