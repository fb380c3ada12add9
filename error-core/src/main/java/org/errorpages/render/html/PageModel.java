package org.errorpages.render.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.errorpages.render.TimeText;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Hop;
import org.jspecify.annotations.Nullable;

/** The names that a template may use: plain strings, lists and maps, so that there is nothing to call. */
final class PageModel {

    private PageModel() {}

    static Map<String, Object> of(ErrorReport report) {
        var site = report.site();
        var advice = report.advice();
        var time = report.time();
        return map(
                "lang", report.messages().tag(),
                "dir", report.messages().direction(),
                "code", Integer.toString(report.status().code()),
                "reason", report.status().reason(),
                "title", advice.title(),
                "what", advice.what(),
                "detail", advice.detail(),
                "todo", advice.todo(),
                "hops", list(report.hops(), PageModel::hop),
                "incident", Objects.toString(report.incident(), null),
                "time", time == null ? null : TimeText.toTheSecond(time),
                "clock", time == null ? null : TimeText.clock(time),
                "siteName", site.name(),
                "homeUrl", site.homeUrl(),
                "contact", site.contact(),
                "contactUrl", contactUrl(report));
    }

    /** Returns the link to the contact; a mail to it carries the number, so that nobody has to copy it. */
    private static @Nullable String contactUrl(ErrorReport report) {
        var url = report.site().contactUrl();
        boolean plainMail = url != null && url.startsWith("mailto:") && url.indexOf('?') < 0;
        return plainMail && report.incident() != null ? url + "?subject=" + report.incident() : url;
    }

    static Map<String, Object> hop(Hop hop) {
        return map(
                "place", hop.place().name().toLowerCase(Locale.ROOT),
                "state", hop.state().name().toLowerCase(Locale.ROOT),
                "failed", hop.state() == Hop.State.FAILED,
                "name", hop.name(),
                "stateText", hop.stateText());
    }

    /** Returns a map of names and values, which alternate; a null value is left out. */
    static Map<String, Object> map(@Nullable Object... namesAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                map.put(Objects.toString(namesAndValues[i]), value);
            }
        }
        return map;
    }

    /** Returns a model of each value. */
    static <T> List<Map<String, Object>> list(List<T> values, Function<T, Map<String, Object>> model) {
        return values.stream().map(model).toList();
    }

    /** Returns the text or null if it is empty, which a template takes for true. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Returns the list or null if it is empty, which a template takes for true. */
    static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
