package org.errorpages.servlet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is set about the shell itself.
 *
 * @param dispatch who shows what was thrown
 * @param clientErrors whether 4xx are ours as well
 * @param bareStatus whether a status of an error that somebody set without a body gets a page
 * @param asyncTimeout the status of an asynchronous request that took too long
 */
record ShellSettings(Dispatch dispatch, boolean clientErrors, boolean bareStatus, int asyncTimeout) {

    static final List<String> KEYS = List.of("dispatch", "statuses", "bareStatus", "asyncTimeoutStatus");

    private static final String ALL_DISPATCHES =
            Arrays.stream(Dispatch.values()).map(ShellSettings::name).collect(Collectors.joining(", "));

    /** Reads the settings of {@link #KEYS}; a value that is not allowed is refused with what is. */
    static ShellSettings from(Map<String, String> settings) {
        return new ShellSettings(
                dispatch(settings.getOrDefault("dispatch", "auto").strip()),
                clientErrors(settings.getOrDefault("statuses", "5xx")),
                bareStatus(settings.getOrDefault("bareStatus", "false").strip()),
                asyncTimeout(settings.getOrDefault("asyncTimeoutStatus", "500").strip()));
    }

    /** Returns whether a status is ours to answer. */
    boolean covers(int status) {
        return status >= (clientErrors ? 400 : 500);
    }

    /** Returns whether requests that throw nothing are to be looked at as well. */
    boolean looksAtWhatSucceeds() {
        return bareStatus || asyncTimeout != 500;
    }

    /** Returns the settings as they are written. */
    String described() {
        return "statuses " + (clientErrors ? "4xx,5xx" : "5xx") + ", dispatch " + name(dispatch);
    }

    private static Dispatch dispatch(String name) {
        return Arrays.stream(Dispatch.values())
                .filter(dispatch -> name(dispatch).equals(name))
                .findFirst()
                .orElseThrow(() -> refusal("dispatch", name, ALL_DISPATCHES));
    }

    private static boolean clientErrors(String classes) {
        var named = Arrays.stream(classes.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        if (!named.contains("5xx") || !Set.of("4xx", "5xx").containsAll(named)) {
            throw refusal("statuses", classes, "5xx; 4xx,5xx");
        }
        return named.contains("4xx");
    }

    private static boolean bareStatus(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw refusal("bareStatus", value, "true, false");
        }
        return value.equals("true");
    }

    private static int asyncTimeout(String value) {
        return switch (value) {
            case "500" -> 500;
            case "503" -> 503;
            case "504" -> 504;
            default -> throw refusal("asyncTimeoutStatus", value, "500, 503, 504");
        };
    }

    private static String name(Dispatch dispatch) {
        return dispatch.name().toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException refusal(String key, String value, String allowed) {
        return new IllegalArgumentException(key + " = '" + value + "' is not allowed; allowed: " + allowed);
    }
}
