package org.errorpages.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestDetails;
import org.errorpages.http.RequestDetails.Attribute;
import org.errorpages.http.RequestDetails.BodyPart;
import org.errorpages.http.RequestDetails.Trait;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.SafeText;
import org.errorpages.report.RequestReport;
import org.errorpages.report.RequestReport.Section;
import org.errorpages.trace.SizeBudget;

/** Tells what a developer may know of a request, within bounds. */
record RequestReportFactory(Redactor redactor, Messages messages) {

    static final int MAX_FIELDS = 100;
    static final int MAX_VALUE = 2_000;
    private static final int MAX_TARGET = 2_000;
    private static final int MAX_QUERY = 4 * MAX_TARGET;

    /** For all names and values together, of which the header fields may take half. */
    private static final int MAX_BYTES = 80_000;

    /** What of it is kept for each section. */
    private static final int RESERVE = MAX_BYTES / 2 / 9;

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

    RequestReport of(RequestSnapshot request) {
        var handler = request.handler() == null
                ? null
                : SafeText.line(redactor.text(request.handler()), RedactedField.MAX_NAME);
        var room = new SizeBudget(MAX_BYTES);
        return new RequestReport(line(request), handler, headers(request, room), sections(request, room));
    }

    private String line(RequestSnapshot request) {
        var query = request.query() == null ? "" : "?" + redactor.query(bounded(request.query()));
        return SafeText.line(redactor.text(request.method()) + " " + redactor.text(request.path()) + query, MAX_TARGET);
    }

    /** Looks at no more parameters than can be shown; each whole, so that a secret is recognised. */
    private static String bounded(String query) {
        int end = query.length() <= MAX_QUERY ? -1 : query.lastIndexOf('&', MAX_QUERY);
        return end < 0 ? query : query.substring(0, end + 1);
    }

    private List<RedactedField> headers(RequestSnapshot request, SizeBudget room) {
        var lines = request.headers().all().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(line -> new NamedValue(header.getKey(), line)))
                .toList();
        return shown(lines, this::field, room, 9);
    }

    private List<Section> sections(RequestSnapshot request, SizeBudget room) {
        var details = request.details();
        return Stream.of(
                        section("parameters", shown(request.parameters(), this::field, room, 8)),
                        section("form", shown(details.form(), this::field, room, 7)),
                        section("cookies", shown(request.cookies(), this::cookie, room, 6)),
                        section("session", shown(details.session(), this::attribute, room, 5)),
                        section("attributes", shown(attributes(details, false), this::attribute, room, 4)),
                        section("container", shown(attributes(details, true), this::attribute, room, 3)),
                        section("parts", shown(details.parts(), this::part, room, 2)),
                        section("connection", shown(traits(OF_CONNECTION, details), this::trait, room, 1)),
                        section("handling", shown(traits(OF_HANDLING, details), this::trait, room, 0)))
                .filter(section -> !section.fields().isEmpty())
                .toList();
    }

    private static Section section(String name, List<RedactedField> fields) {
        return new Section(name, fields);
    }

    /** Returns the first fields for which there is room, without what is kept for sections that follow. */
    private <T> List<RedactedField> shown(
            List<T> values, Function<T, RedactedField> shown, SizeBudget room, int following) {
        var fields = new ArrayList<RedactedField>();
        for (var value : values) {
            var field = fields.size() < MAX_FIELDS ? shown.apply(value) : null;
            if (field == null || !room.takes(bytes(field), following * RESERVE)) {
                var more = Integer.toString(values.size() - fields.size());
                fields.add(
                        new RedactedField(RedactedField.MORE, messages.get("dev.request.more", "count", more), null));
                return fields;
            }
            fields.add(field);
        }
        return fields;
    }

    private static int bytes(RedactedField field) {
        return SizeBudget.bytes(field.name()) + SizeBudget.bytes(field.value());
    }

    private RedactedField field(NamedValue parameter) {
        return redactor.field(parameter.name(), parameter.value(), MAX_VALUE);
    }

    /** Whoever has a cookie is whom it was given to; what it is for, its name rarely tells. */
    private RedactedField cookie(NamedValue cookie) {
        return redactor.isSecret(cookie.name()) ? field(cookie) : redactor.hidden(cookie.name(), "cookie");
    }

    private static List<Attribute> attributes(RequestDetails details, boolean ofServer) {
        return details.attributes().stream()
                .filter(attribute -> ServerAttributes.STANDARD.contain(attribute.name()) == ofServer)
                .toList();
    }

    private RedactedField attribute(Attribute attribute) {
        var value = attribute.value();
        if (value == null) {
            return redactor.plain(attribute.name(), attribute.type(), MAX_VALUE);
        }
        return attribute.name().endsWith("query_string")
                ? redactor.queryField(attribute.name(), value, MAX_VALUE)
                : redactor.plain(attribute.name(), value, MAX_VALUE);
    }

    /** Of what is no file the size would tell how long a secret is. */
    private RedactedField part(BodyPart part) {
        if (part.fileName() == null || redactor.isSecret(part.name())) {
            return redactor.plain(part.name(), Objects.requireNonNullElse(part.type(), ""), MAX_VALUE);
        }
        var type = part.type() == null ? "" : ", " + part.type();
        var size = messages.get("dev.request.bytes", "count", Long.toString(part.size()));
        return redactor.plain(part.name(), part.fileName() + type + ", " + size, MAX_VALUE);
    }

    private static List<Map.Entry<Trait, String>> traits(List<Trait> traits, RequestDetails details) {
        return traits.stream()
                .flatMap(trait -> details.trait(trait).map(value -> Map.entry(trait, value)).stream())
                .toList();
    }

    private RedactedField trait(Map.Entry<Trait, String> known) {
        var trait = known.getKey();
        var key = "dev.request.field." + trait.name().toLowerCase(Locale.ROOT);
        return trait == Trait.PRINCIPAL
                ? redactor.hidden(messages.get(key), "principal")
                : redactor.plain(messages.get(key), known.getValue(), MAX_VALUE);
    }
}
