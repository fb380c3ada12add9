package org.errorpages.status;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a verdict to what HTTP demands of its status (RFC 9110, section 15.5): 401 is nothing without a challenge, 405
 * needs Allow, 407 Proxy-Authenticate, 426 Upgrade.
 */
final class MandatoryHeaders {

    /** What is sent where the header that the status needs is not known. */
    private static final Map<Integer, Integer> INSTEAD = Map.of(401, 403, 407, 403, 426, 400);

    private MandatoryHeaders() {}

    /** Returns whether answers of the status need a header that somebody has to provide. */
    static boolean areNeededBy(int status) {
        return neededBy(status) != null || status == 416;
    }

    static Verdict check(Verdict verdict) {
        int code = verdict.status().code();
        var needed = neededBy(code);
        if (needed == null || has(verdict.headers(), needed)) {
            return verdict;
        }
        if (code == 405) {
            // Empty: the resource allows no method just now (section 10.2.1).
            var headers = new HashMap<>(verdict.headers());
            headers.put(needed, "");
            return verdict.with(headers);
        }
        var status = Status.of(INSTEAD.getOrDefault(code, 400));
        return verdict.with(status, verdict.side(), verdict.because().adding(code + " needs " + needed));
    }

    private static @Nullable String neededBy(int code) {
        return switch (code) {
            case 401 -> "WWW-Authenticate";
            case 405 -> "Allow";
            case 407 -> "Proxy-Authenticate";
            case 426 -> "Upgrade";
            default -> null;
        };
    }

    private static boolean has(Map<String, String> headers, String name) {
        var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        known.putAll(headers);
        return known.containsKey(name);
    }
}
