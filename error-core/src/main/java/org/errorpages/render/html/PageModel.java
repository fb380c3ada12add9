package org.errorpages.render.html;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.errorpages.render.TimeText;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Hop;
import org.jspecify.annotations.Nullable;

/** The names that a template may use: plain strings, lists and maps, so that there is nothing to call. */
final class PageModel {

    private PageModel() {}

    static Map<String, Object> of(ErrorReport report) {
        var model = new HashMap<String, Object>();
        var site = report.site();
        var advice = report.advice();
        model.put("lang", report.messages().tag());
        model.put("dir", report.messages().direction());
        model.put("code", Integer.toString(report.status().code()));
        model.put("reason", report.status().reason());
        model.put("title", advice.title());
        model.put("what", advice.what());
        model.put("todo", advice.todo());
        model.put("hops", report.hops().stream().map(PageModel::hop).toList());
        putIfKnown(model, "incident", Objects.toString(report.incident(), null));
        putTime(model, report.time());
        putIfKnown(model, "detail", advice.detail());
        putIfKnown(model, "siteName", site.name());
        putIfKnown(model, "homeUrl", site.homeUrl());
        putIfKnown(model, "contact", site.contact());
        putIfKnown(model, "contactUrl", contactUrl(report));
        return model;
    }

    static Map<String, Object> map(Object... namesAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(Objects.toString(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    static void putIfKnown(Map<String, Object> model, String name, @Nullable Object value) {
        if (value != null) {
            model.put(name, value);
        }
    }

    /** An empty text or list is no more than one that is missing. */
    static void putIfAny(Map<String, Object> model, String name, String text) {
        if (!text.isEmpty()) {
            model.put(name, text);
        }
    }

    static void putIfAny(Map<String, Object> model, String name, Collection<?> list) {
        if (!list.isEmpty()) {
            model.put(name, list);
        }
    }

    /** Returns the link to the contact; a mail to it carries the number, so that nobody has to copy it. */
    private static @Nullable String contactUrl(ErrorReport report) {
        var url = report.site().contactUrl();
        boolean plainMail = url != null && url.startsWith("mailto:") && url.indexOf('?') < 0;
        return plainMail && report.incident() != null ? url + "?subject=" + report.incident() : url;
    }

    private static void putTime(Map<String, Object> model, @Nullable Instant time) {
        if (time != null) {
            model.put("time", TimeText.toTheSecond(time));
            model.put("clock", TimeText.clock(time));
        }
    }

    static Map<String, Object> hop(Hop hop) {
        return map(
                "place", hop.place().name().toLowerCase(Locale.ROOT),
                "state", hop.state().name().toLowerCase(Locale.ROOT),
                "failed", hop.state() == Hop.State.FAILED,
                "name", hop.name(),
                "stateText", hop.stateText());
    }
}
