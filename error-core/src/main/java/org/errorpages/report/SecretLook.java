package org.errorpages.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a secret looks like inside a text, and what is shown in its place.
 *
 * @param pattern finds it; every repetition in it is bounded or gives nothing back
 * @param replacement what is shown
 */
record SecretLook(Pattern pattern, String replacement) {

    /** A name that says its value is secret, also in prose with a colon. */
    private static final String STRONG = "passw(?:or)?d|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key"
            + "|private[_-]?key|credentials?|client[_-]?secret";

    /** A name that says so only where a value is assigned to it: "unexpected token: END" is prose. */
    private static final String WEAK = STRONG + "|token|auth|signature|j?session(?:id)?|sid|otp|csrf|xsrf|cookie|iban";

    /** In quotes up to the next that is not escaped, or to the end; in braces; else up to a blank. */
    private static final String VALUE =
            "(?:\\\\*\"(?:[^\"\\\\]|\\\\.)*+\"?|\\\\*'(?:[^'\\\\]|\\\\.)*+'?|\\{[^}]*+\\}?|[^\\s<]++)";

    private static final String AROUND = "[A-Za-z0-9_.-]{0,32}";

    static final List<SecretLook> ALL = List.of(
            new SecretLook("private key", "-----BEGIN [A-Z ]{1,40}-----[^-]*+(?:-----END [A-Z ]{1,40}-----)?"),
            new SecretLook("jwt", "\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+)?"),
            new SecretLook("header", "(?i)\\b(?:set-cookie|cookie|(?:proxy-)?authorization):[^\\r\\n]++"),
            new SecretLook(
                    "authorization",
                    "\\b(?i:bearer|basic|digest|negotiate)\\s+(?=\\S{0,200}?(?:[0-9=+/_~]|[a-z][A-Z]))\\S{6,}+"),
            new SecretLook(Pattern.compile("://[^\\s/?#]{1,512}@"), "://[hidden: userinfo]@"),
            new SecretLook("aws key", "\\bAKIA[0-9A-Z]{16}\\b"),
            new SecretLook("github token", "\\b(?:gh[pousr]|github_pat)_[A-Za-z0-9_]{20,}+"),
            new SecretLook("token", "\\b(?:glpat-|xox[abeprs]-|[rs]k_(?:live|test)_)[A-Za-z0-9_-]{8,}+"),
            new SecretLook(
                    Pattern.compile("(?i)(<(" + AROUND + "(?:" + STRONG + "|token)" + AROUND + ")>)[^<]*+"),
                    "$1[hidden: secret]"),
            new SecretLook(
                    Pattern.compile(
                            "(?i)(" + AROUND + "(?:" + WEAK + ")" + AROUND + "\\\\*[\"']?\\s*+(?:=>|=)\\s*+)" + VALUE),
                    "$1[hidden: secret]"),
            new SecretLook(
                    Pattern.compile("(?i)(" + AROUND + "(?:" + WEAK + ")" + AROUND + "\\\\*[\"']\\s*+:\\s*+)" + VALUE),
                    "$1[hidden: secret]"),
            new SecretLook(
                    Pattern.compile("(?i)(\\b" + AROUND + "(?:" + STRONG + ")\\s*+:\\s*+)" + VALUE),
                    "$1[hidden: secret]"));

    private SecretLook(String rule, String regex) {
        this(Pattern.compile(regex), "[hidden: " + rule + "]");
    }

    String hide(String text) {
        return pattern.matcher(text).replaceAll(replacement);
    }
}
