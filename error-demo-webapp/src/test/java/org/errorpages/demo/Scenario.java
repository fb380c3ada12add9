package org.errorpages.demo;

import java.util.List;

/**
 * Describes a failing path of the shop and the expected response.
 *
 * @param path the path
 * @param status the expected status
 * @param retryAfter the pattern of Retry-After, empty for no field; guessed delays vary a little
 * @param hop the hop that failed
 */
record Scenario(String path, int status, String retryAfter, String hop) {

    static final List<Scenario> ALL = List.of(
            new Scenario("/fail/500", 500, "", "application"),
            new Scenario("/fail/501", 501, "", "application"),
            new Scenario("/fail/502", 502, "", "upstream"),
            new Scenario("/fail/502?kind=refused", 502, "", "upstream"),
            new Scenario("/fail/502?kind=reset", 502, "", "upstream"),
            new Scenario("/fail/502?kind=garbage", 502, "", "upstream"),
            new Scenario("/fail/502?kind=certificate", 502, "", "upstream"),
            new Scenario("/fail/503", 503, "[23]", "application"),
            new Scenario("/fail/503?kind=overload", 503, "[23]", "application"),
            new Scenario("/fail/503?kind=database", 503, "[23]", "application"),
            new Scenario("/fail/503?kind=maintenance", 503, "600", "application"),
            new Scenario("/fail/504", 504, "", "upstream"));

    /** Returns the expected heading of the page. */
    String title(String language) {
        boolean english = language.equals("en");
        return switch (status) {
            case 500 -> english ? "Something went wrong on our side" : "서비스에 문제가 생겼습니다";
            case 501 -> english ? "This is not supported here" : "지원하지 않는 요청입니다";
            case 502 -> english ? "We got a bad answer from another server" : "서버 사이의 연결에 문제가 생겼습니다";
            case 503 -> english ? "The service is not available right now" : "지금은 서비스를 이용할 수 없습니다";
            case 504 -> english ? "The answer is taking too long" : "응답이 너무 오래 걸립니다";
            default -> throw new IllegalStateException("no title for " + status);
        };
    }

    @Override
    public String toString() {
        return path;
    }
}
