package org.errorpages.servlet;

import java.util.List;
import java.util.Set;
import org.errorpages.CheckedSettings;

/**
 * Determines which failures get a page, whose page, and the status of a timeout.
 *
 * @param dispatch the error pages that respond to an exception
 * @param clientErrors whether the framework also responds to 4xx
 * @param fillsEmptyErrors whether an error status without a body gets a page
 * @param asyncTimeout the status of an asynchronous request that timed out
 */
record ErrorHandlingSettings(DispatchMode dispatch, boolean clientErrors, boolean fillsEmptyErrors, int asyncTimeout) {

    /** Determines which error pages respond to an exception. */
    enum DispatchMode {
        /** An error page of the application if it has one, else that of this framework. */
        APPLICATION_FIRST,
        /** The page of this framework, whatever error pages the application has. */
        ERRORPAGES,
        /** The page that the container finds, which may be one that no descriptor names. */
        CONTAINER
    }

    static final List<String> KEYS = List.of("dispatch", "statuses", "fillEmptyErrors", "asyncTimeoutStatus");

    /** Reads the settings of {@link #KEYS} and rejects values that aren't allowed. */
    static ErrorHandlingSettings from(CheckedSettings settings) {
        var statuses = settings.list("statuses", "5xx");
        if (!statuses.contains("5xx") || !Set.of("4xx", "5xx").containsAll(statuses)) {
            throw CheckedSettings.invalidValue("statuses", settings.text("statuses", ""), "5xx; 4xx,5xx");
        }
        return new ErrorHandlingSettings(
                settings.choice("dispatch", DispatchMode.APPLICATION_FIRST),
                statuses.contains("4xx"),
                settings.choice("fillEmptyErrors", "false", List.of("true", "false"))
                        .equals("true"),
                Integer.parseInt(settings.choice("asyncTimeoutStatus", "500", List.of("500", "503", "504"))));
    }

    /** Returns whether the framework responds to a status. */
    boolean covers(int status) {
        return status >= (clientErrors ? 400 : 500);
    }

    /** Returns whether requests without an exception are checked as well. */
    boolean checksCompletedRequests() {
        return fillsEmptyErrors || asyncTimeout != 500;
    }

    /** Returns the settings as text for the log. */
    String description() {
        return "statuses " + (clientErrors ? "4xx,5xx" : "5xx") + ", dispatch " + CheckedSettings.name(dispatch);
    }
}
