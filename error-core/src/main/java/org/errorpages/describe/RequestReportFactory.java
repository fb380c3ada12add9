package org.errorpages.describe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.errorpages.http.DeveloperRequestDetails;
import org.errorpages.http.DeveloperRequestDetails.Attribute;
import org.errorpages.http.DeveloperRequestDetails.BodyPart;
import org.errorpages.http.DeveloperRequestDetails.RequestProperty;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.PrintableText;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor;
import org.errorpages.report.RequestReport;
import org.errorpages.report.RequestReport.Section;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.trace.SizeBudget;

/** Creates the bounded, redacted report of a request. */
record RequestReportFactory(Redactor redactor, Messages messages) {

    static final int MAX_FIELDS = 100;
    static final int MAX_VALUE = 2_000;
    private static final int MAX_TARGET = 2_000;
    private static final int MAX_QUERY = 4 * MAX_TARGET;

    /** The limit for all names and values together; headers may take half. */
    private static final int MAX_BYTES = 80_000;

    /** The bytes reserved for each section that follows. */
    private static final int RESERVE = MAX_BYTES / 2 / 9;

    /** Prefixes of attributes that servers and the Servlet specification set. */
    private static final List<String> SERVER_ATTRIBUTES = ClasspathResource.text(
                    RequestReportFactory.class, "server-attributes.txt")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();

    private static final Set<RequestProperty> CONNECTION =
            Collections.unmodifiableSet(EnumSet.range(RequestProperty.PROTOCOL, RequestProperty.LOCALES));
    private static final Set<RequestProperty> HANDLING =
            Collections.unmodifiableSet(EnumSet.range(RequestProperty.SERVLET, RequestProperty.BEGAN));

    RequestReport create(RequestSnapshot request) {
        var handler = request.handler() == null
                ? null
                : PrintableText.line(redactor.redact(request.handler()), RedactedField.MAX_NAME);
        var budget = new SizeBudget(MAX_BYTES);
        return new RequestReport(line(request), handler, headers(request, budget), sections(request, budget));
    }

    private String line(RequestSnapshot request) {
        var query = request.query() == null ? "" : "?" + redactor.redactQuery(bounded(request.query()));
        return PrintableText.line(
                redactor.redact(request.method()) + " " + redactor.redact(request.path()) + query, MAX_TARGET);
    }

    /** Keeps only as many parameters as can be shown, each complete, so that secrets are recognised. */
    private static String bounded(String query) {
        int end = query.length() <= MAX_QUERY ? -1 : query.lastIndexOf('&', MAX_QUERY);
        return end < 0 ? query : query.substring(0, end + 1);
    }

    private List<RedactedField> headers(RequestSnapshot request, SizeBudget budget) {
        var lines = request.headers().all().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(line -> new NamedValue(header.getKey(), line)))
                .toList();
        return shown(lines, this::field, budget, 9);
    }

    private List<Section> sections(RequestSnapshot request, SizeBudget budget) {
        var details = request.details();
        return Stream.of(
                        new Section("parameters", shown(request.parameters(), this::field, budget, 8)),
                        new Section("form", shown(details.form(), this::field, budget, 7)),
                        new Section("cookies", shown(request.cookies(), this::cookie, budget, 6)),
                        new Section("session", shown(details.session(), this::attribute, budget, 5)),
                        new Section("attributes", shown(attributes(details, false), this::attribute, budget, 4)),
                        new Section("container", shown(attributes(details, true), this::attribute, budget, 3)),
                        new Section("parts", shown(details.parts(), this::part, budget, 2)),
                        new Section("connection", properties(CONNECTION, details, budget, 1)),
                        new Section("handling", properties(HANDLING, details, budget, 0)))
                .filter(section -> !section.fields().isEmpty())
                .toList();
    }

    /** Returns the first fields within the budget, which keeps a reserve for the sections that follow. */
    private <T> List<RedactedField> shown(
            List<T> values, Function<T, RedactedField> redaction, SizeBudget budget, int following) {
        var fields = new ArrayList<RedactedField>();
        for (var value : values) {
            var field = fields.size() < MAX_FIELDS ? redaction.apply(value) : null;
            if (field == null || bytes(field) > budget.left() - following * RESERVE) {
                var more = Integer.toString(values.size() - fields.size());
                fields.add(
                        new RedactedField(RedactedField.MORE, messages.get("dev.request.more", "count", more), null));
                return fields;
            }
            budget.take(bytes(field));
            fields.add(field);
        }
        return fields;
    }

    private static int bytes(RedactedField field) {
        return SizeBudget.bytes(field.name()) + SizeBudget.bytes(field.value());
    }

    private RedactedField field(NamedValue parameter) {
        return redactor.redactField(parameter.name(), parameter.value(), MAX_VALUE);
    }

    /** Redacts every value: a cookie may authenticate the client whatever its name. */
    private RedactedField cookie(NamedValue cookie) {
        return redactor.isSecret(cookie.name()) ? field(cookie) : redactor.hiddenField(cookie.name(), "cookie");
    }

    private static List<Attribute> attributes(DeveloperRequestDetails details, boolean serverAttributes) {
        return details.attributes().stream()
                .filter(attribute ->
                        SERVER_ATTRIBUTES.stream().anyMatch(attribute.name()::startsWith) == serverAttributes)
                .toList();
    }

    private RedactedField attribute(Attribute attribute) {
        var value = attribute.value();
        if (value == null) {
            return redactor.redactFieldValue(attribute.name(), attribute.type(), MAX_VALUE);
        }
        return attribute.name().endsWith("query_string")
                ? redactor.redactQueryField(attribute.name(), value, MAX_VALUE)
                : redactor.redactFieldValue(attribute.name(), value, MAX_VALUE);
    }

    /** Omits the size of a part that isn't a file, because it's the length of a possible secret. */
    private RedactedField part(BodyPart part) {
        if (part.fileName() == null || redactor.isSecret(part.name())) {
            return redactor.redactFieldValue(part.name(), Objects.requireNonNullElse(part.type(), ""), MAX_VALUE);
        }
        var type = part.type() == null ? "" : ", " + part.type();
        var size = messages.get("dev.request.bytes", "count", Long.toString(part.size()));
        return redactor.redactFieldValue(part.name(), part.fileName() + type + ", " + size, MAX_VALUE);
    }

    private List<RedactedField> properties(
            Set<RequestProperty> properties, DeveloperRequestDetails details, SizeBudget budget, int following) {
        var known = properties.stream()
                .filter(property -> details.property(property).isPresent())
                .toList();
        return shown(known, property -> property(property, details), budget, following);
    }

    private RedactedField property(RequestProperty property, DeveloperRequestDetails details) {
        var name = messages.get("dev.request.field." + property.name().toLowerCase(Locale.ROOT));
        return property == RequestProperty.PRINCIPAL
                ? redactor.hiddenField(name, "principal")
                : redactor.redactFieldValue(name, details.property(property).orElse(""), MAX_VALUE);
    }
}
