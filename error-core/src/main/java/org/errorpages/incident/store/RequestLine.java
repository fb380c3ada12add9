package org.errorpages.incident.store;

import org.errorpages.report.RequestReport;

/**
 * The request line of a report, taken apart.
 *
 * @param method the method
 * @param path the path
 * @param query what follows the question mark, or the empty string
 */
record RequestLine(String method, String path, String query) {

    static RequestLine of(RequestReport request) {
        var line = request.line();
        int space = line.indexOf(' ');
        var target = line.substring(space + 1);
        int mark = target.indexOf('?');
        return new RequestLine(
                line.substring(0, Math.max(0, space)),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1));
    }

    /** Returns the method and the path. */
    String place() {
        return method + " " + path;
    }
}
