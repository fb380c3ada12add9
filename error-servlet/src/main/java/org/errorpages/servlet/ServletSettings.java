package org.errorpages.servlet;

import java.util.List;
import java.util.Set;
import org.errorpages.Settings;

/**
 * The settings of filter and servlet.
 *
 * @param dispatch who responds to an exception
 * @param clientErrors whether 4xx are ours as well
 * @param fillsEmptyErrors whether an error status without a body gets a page
 * @param asyncTimeout the status of an asynchronous request that timed out
 */
record ServletSettings(DispatchMode dispatch, boolean clientErrors, boolean fillsEmptyErrors, int asyncTimeout) {

    static final List<String> KEYS = List.of("dispatch", "statuses", "fillEmptyErrors", "asyncTimeoutStatus");

    /** Reads the settings of {@link #KEYS} and rejects values that aren't allowed. */
    static ServletSettings from(Settings settings) {
        var statuses = settings.list("statuses", "5xx");
        if (!statuses.contains("5xx") || !Set.of("4xx", "5xx").containsAll(statuses)) {
            throw Settings.refusal("statuses", settings.text("statuses", ""), "5xx; 4xx,5xx");
        }
        return new ServletSettings(
                settings.choice("dispatch", DispatchMode.APPLICATION_FIRST),
                statuses.contains("4xx"),
                settings.choice("fillEmptyErrors", "false", List.of("true", "false"))
                        .equals("true"),
                Integer.parseInt(settings.choice("asyncTimeoutStatus", "500", List.of("500", "503", "504"))));
    }

    /** Returns whether a status is ours to answer. */
    boolean covers(int status) {
        return status >= (clientErrors ? 400 : 500);
    }

    /** Returns whether requests without an exception are checked as well. */
    boolean looksAtWhatSucceeds() {
        return fillsEmptyErrors || asyncTimeout != 500;
    }

    /** Returns the settings as they are written. */
    String described() {
        return "statuses " + (clientErrors ? "4xx,5xx" : "5xx") + ", dispatch " + Settings.name(dispatch);
    }
}
