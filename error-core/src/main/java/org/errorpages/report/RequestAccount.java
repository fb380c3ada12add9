package org.errorpages.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.report.RequestReport.Section;
import org.errorpages.request.NamedValue;
import org.errorpages.request.RequestDetails;
import org.errorpages.request.RequestDetails.Attribute;
import org.errorpages.request.RequestDetails.BodyPart;
import org.errorpages.request.RequestDetails.Trait;
import org.errorpages.request.RequestFacts;
import org.errorpages.text.Messages;

/** Tells what a developer may know of a request, within bounds. */
record RequestAccount(Redactor redactor, Messages messages) {

    static final int MAX_FIELDS = 100;
    static final int MAX_VALUE = 2_000;
    private static final int MAX_TARGET = 2_000;

    private static final List<Trait> OF_CONNECTION = List.of(
            Trait.PROTOCOL,
            Trait.SCHEME,
            Trait.TLS,
            Trait.CONTENT_TYPE,
            Trait.CONTENT_LENGTH,
            Trait.ENCODING,
            Trait.LOCALES);
    private static final List<Trait> OF_HANDLING = List.of(
            Trait.SERVLET,
            Trait.PATTERN,
            Trait.MATCH,
            Trait.CONTEXT,
            Trait.DISPATCHER,
            Trait.ASYNC,
            Trait.THREAD,
            Trait.PRINCIPAL,
            Trait.LOGIN,
            Trait.BEGAN);

    RequestReport of(RequestFacts request) {
        var handler =
                request.handler() == null ? null : ForeignText.line(redactor.text(request.handler()), Field.MAX_NAME);
        return new RequestReport(line(request), handler, headers(request), sections(request));
    }

    private String line(RequestFacts request) {
        var query = request.query() == null ? "" : "?" + redactor.query(request.query());
        return ForeignText.line(
                redactor.text(request.method()) + " " + redactor.text(request.path()) + query, MAX_TARGET);
    }

    private List<Field> headers(RequestFacts request) {
        return request.headers().all().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(line -> new NamedValue(header.getKey(), line)))
                .limit(MAX_FIELDS)
                .map(this::field)
                .toList();
    }

    private List<Section> sections(RequestFacts request) {
        var details = request.details();
        return Stream.of(
                        section("parameters", request.parameters().stream().map(this::field)),
                        section("form", details.form().stream().map(this::field)),
                        section("cookies", request.cookies().stream().map(this::cookie)),
                        section("session", details.session().stream().map(this::attribute)),
                        section("attributes", details.attributes().stream().map(this::attribute)),
                        section("parts", details.parts().stream().map(this::part)),
                        section("connection", traits(OF_CONNECTION, details)),
                        section("handling", traits(OF_HANDLING, details)))
                .filter(section -> !section.fields().isEmpty())
                .toList();
    }

    private static Section section(String name, Stream<Field> fields) {
        return new Section(name, fields.limit(MAX_FIELDS).toList());
    }

    private Field field(NamedValue parameter) {
        return redactor.field(parameter.name(), parameter.value(), MAX_VALUE);
    }

    /** Whoever has a cookie is whom it was given to; what it is for, its name rarely tells. */
    private Field cookie(NamedValue cookie) {
        return redactor.isSecret(cookie.name()) ? field(cookie) : redactor.hidden(cookie.name(), "cookie");
    }

    private Field attribute(Attribute attribute) {
        var value = attribute.value();
        if (value == null) {
            return redactor.plain(attribute.name(), attribute.type(), MAX_VALUE);
        }
        return attribute.name().endsWith("query_string")
                ? redactor.queryField(attribute.name(), value, MAX_VALUE)
                : redactor.plain(attribute.name(), value, MAX_VALUE);
    }

    /** Of what is no file the size would tell how long a secret is. */
    private Field part(BodyPart part) {
        if (part.fileName() == null || redactor.isSecret(part.name())) {
            return redactor.plain(part.name(), Objects.requireNonNullElse(part.type(), ""), MAX_VALUE);
        }
        var type = part.type() == null ? "" : ", " + part.type();
        var size = messages.get("dev.request.bytes", "count", Long.toString(part.size()));
        return redactor.plain(part.name(), part.fileName() + type + ", " + size, MAX_VALUE);
    }

    private Stream<Field> traits(List<Trait> traits, RequestDetails details) {
        return traits.stream().flatMap(trait -> details.trait(trait).map(value -> trait(trait, value)).stream());
    }

    private Field trait(Trait trait, String value) {
        var key = "dev.request.field." + trait.name().toLowerCase(Locale.ROOT);
        return trait == Trait.PRINCIPAL
                ? redactor.hidden(messages.get(key), "principal")
                : redactor.plain(messages.get(key), value, MAX_VALUE);
    }
}
