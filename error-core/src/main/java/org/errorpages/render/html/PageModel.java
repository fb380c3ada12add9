package org.errorpages.render.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.errorpages.i18n.Messages;
import org.errorpages.render.ReportView;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.HopStatus;
import org.jspecify.annotations.Nullable;

/** Builds the template variables: only strings, lists and maps, which have no methods to call. */
final class PageModel {

    private PageModel() {}

    static Map<String, Object> of(ErrorReport report) {
        var site = report.site();
        var advice = report.userMessage();
        var time = report.time();
        return ReportView.map(
                "lang", report.messages().tag(),
                "dir", report.messages().direction(),
                "code", Integer.toString(report.status().code()),
                "reason", report.status().reason(),
                "title", advice.title(),
                "what", advice.explanation(),
                "detail", advice.detail(),
                "todo", advice.steps(),
                "hops", ReportView.list(report.hops(), PageModel::hop),
                "incident", Objects.toString(report.incidentId(), null),
                "time", time == null ? null : Messages.isoTime(time),
                "clock", time == null ? null : Messages.clockTime(time),
                "siteName", site.name(),
                "homeUrl", site.homeUrl(),
                "contact", site.contact(),
                "contactUrl", contactUrl(report));
    }

    /** Returns the link to the contact; the subject of a mail contains the incident id. */
    private static @Nullable String contactUrl(ErrorReport report) {
        var url = report.site().contactUrl();
        boolean isPlainMailLink = url != null && url.startsWith("mailto:") && url.indexOf('?') < 0;
        return isPlainMailLink && report.incidentId() != null ? url + "?subject=" + report.incidentId() : url;
    }

    static Map<String, Object> hop(HopStatus hop) {
        return ReportView.map(
                "place", hop.kind().name().toLowerCase(Locale.ROOT),
                "state", hop.state().name().toLowerCase(Locale.ROOT),
                "failed", hop.state() == HopStatus.State.FAILED,
                "name", hop.name(),
                "stateText", hop.stateText());
    }

    /** Returns the text or null if it is empty: a template treats an empty one as true. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Returns the list or null if it is empty: a template treats an empty one as true. */
    static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
