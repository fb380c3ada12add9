package org.errorpages;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides which failed calls count as upstream failures, and adds Proxy-Status.
 *
 * @param mode the evidence that is enough on other paths
 * @param paths the paths on which the application is a gateway: {@code /proxy/*} or a whole path
 * @param proxyName the name of the application in Proxy-Status (RFC 9209, section 2), or null to send none
 */
public record UpstreamFailureSettings(UpstreamMode mode, List<String> paths, @Nullable String proxyName) {

    /** The keys of the settings in text form. */
    static final List<String> KEYS = List.of("upstream", "gatewayPaths", "proxyName");

    public UpstreamFailureSettings {
        Objects.requireNonNull(mode);
        paths = List.copyOf(paths);
    }

    static UpstreamFailureSettings from(CheckedSettings settings) {
        var paths = settings.list("gatewayPaths", "");
        for (var path : paths) {
            boolean hasInnerStar = path.indexOf('*') >= 0 && path.indexOf('*') < path.length() - 1;
            if (!path.startsWith("/") || hasInnerStar || (path.endsWith("*") && !path.endsWith("/*"))) {
                throw CheckedSettings.invalidValue("gatewayPaths", path, "paths such as /proxy/* or /pay");
            }
        }
        return new UpstreamFailureSettings(
                settings.choice("upstream", UpstreamMode.HTTP_CLIENTS), paths, proxyName(settings));
    }

    /** Returns whether the application is a gateway on the path of a request. */
    boolean isGateway(RequestSnapshot request) {
        return !paths.isEmpty() && paths.stream().anyMatch(path -> matches(path, request.path()));
    }

    /** Returns the verdict with the error type in Proxy-Status, if a name is set (RFC 9209, section 2.1.1). */
    Verdict withProxyStatus(Verdict verdict) {
        if (proxyName == null || !verdict.gateway() || verdict.proxyError() == null) {
            return verdict;
        }
        var received = verdict.upstreamStatus() == 0 ? "" : "; received-status=" + verdict.upstreamStatus();
        var headers = new HashMap<>(verdict.headers());
        headers.put("Proxy-Status", tokenOrString(proxyName) + "; error=" + verdict.proxyError() + received);
        return verdict.with(headers);
    }

    private static boolean matches(String pattern, String path) {
        if (!pattern.endsWith("/*")) {
            return path.equals(pattern);
        }
        var folder = pattern.substring(0, pattern.length() - 2);
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** Returns a name as a token or a string of RFC 9651, sections 3.3.3 and 3.3.4. */
    private static String tokenOrString(String name) {
        boolean isToken = name.matches("[A-Za-z*][A-Za-z0-9:/!#$%&'*+.^_`|~-]*");
        return isToken ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static @Nullable String proxyName(CheckedSettings settings) {
        var name = settings.line("proxyName");
        if (name != null && !name.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw CheckedSettings.invalidValue("proxyName", name, "printable ASCII");
        }
        return name;
    }
}
