package org.errorpages.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a secret looks like inside a text, and what is shown in its place.
 *
 * @param pattern finds it; every repetition in it is bounded or gives nothing back
 * @param replacement what is shown
 * @param needles in small letters; a text without any of them has nothing for the pattern and is not searched
 * @param words further ones, of which the text must have one as well
 */
record SecretLook(Pattern pattern, String replacement, List<String> needles, List<String> words) {

    /** Each name of a secret holds one of these. */
    private static final List<String> NAMED = List.of(
            "pass",
            "pwd",
            "secret",
            "key",
            "credential",
            "session",
            "token",
            "card",
            "connection",
            "webhook",
            "signature",
            "cookie",
            "auth",
            "sid",
            "otp",
            "csrf",
            "xsrf",
            "iban",
            "pin",
            "cvv",
            "cvc",
            "ssn",
            "dsn",
            "jwt",
            "sig");

    private static final List<String> ANY = List.of("");

    /** A name that says its value is secret, also in prose with a colon. */
    private static final String STRONG = "passw(?:or)?d(?:[_-]?hash)?|passwd|pwd|passphrase|secret|api[_-]?key"
            + "|access[_-]?key|private[_-]?key|credentials?|session[_-]?id|(?<=[_-])token"
            + "|(?:access|refresh|auth|bearer|session|csrf|xsrf|reset|api)token"
            + "|card[_-]?number|connection[_-]?string|webhook";

    /** What a sentence goes on with after a colon: "password: must not be blank" is the message of a constraint. */
    private static final String NO_PROSE =
            "(?!(?:must|should|cannot|may|does|is|was|were|has|not|size|length)\\s++[a-z])";

    /** Words that are part of ordinary ones: {@code auth} in {@code X-Auth} and {@code userAuth}, not in {@code author}. */
    private static final String SHORT =
            "(?-i:(?<![A-Za-z])|(?<=[a-z0-9])(?=[A-Z]))(?:auth|sid|otp|csrf|xsrf|iban|pin|cvv|cvc|ssn|dsn|jwt|sig)"
                    + "(?-i:(?![a-z]|(?<=[A-Z])[A-Z]))";

    /** A name that says so only where a value is assigned to it: "unexpected token: END" is prose. */
    private static final String WEAK = STRONG + "|token|signature|session|cookie|authorization|" + SHORT;

    /** What no word of a sentence looks like: letters and digits in one. */
    private static final String MIXED = "(?=\\S{6})(?=\\S{0,200}?[0-9])(?=\\S{0,200}?[A-Za-z])";

    /** A name and one word, alone on the line or in a list: "the token: was missing" is prose, and so is a state. */
    private static final String LISTED = "(?:^|(?<=[,;{(\\[&|]))[ \\t]{0,8}+token[ \\t]*+:[ \\t]*+"
            + "(?!(?:null|none|empty|missing|absent|required|expired|invalid|malformed|revoked|unknown|true|false)\\b)"
            + "(?=[A-Za-z0-9-]{1,512}+[ \\t]*+(?:$|[,;})\\]&|]))";

    /** What "Bearer" goes on with in prose, of more than five letters. */
    private static final String OF_BEARER = "(?:tokens|auth|scheme|header|credential|challenge|prefix|format|schema"
            + "|realm|required|missing|expected|invalid|expired|should|cannot|security|method|support|strategy|filter)";

    /** What a value without quotes is made of; a semicolon at its end belongs to the statement. */
    private static final String WORD = "(?:[^\\s<;]|;(?!\\s|$))";

    /** In quotes up to the next that is not escaped, or to the end; in brackets to the end of the line; else to a blank. */
    private static final String VALUE = "(?:(?:bearer|basic)\\s++)?+(?:\\\\*\"(?:[^\"\\\\]|\\\\[\\s\\S])*+\"?"
            + "|\\\\*'(?:[^'\\\\]|\\\\[\\s\\S])*+'?|\\[hidden:[^\\]]*+\\]" + WORD + "*+|[{\\[][^\\r\\n]*+|" + WORD
            + "++)";

    /** The option that takes its value without a blank, after a command of MySQL or a user; else it is a port or path. */
    private static final String MYSQL = "((?<![\\w.:-])(?:mysql|mariadb)[a-z-]{0,16}+(?=[\\s,\"'])[^\\r\\n]{0,300}?"
            + "[\\s,\"'\\[]-p|[\\s,\"'\\[]-u[\\s,\"']{0,3}+[\\w.@]{1,64}+[\\s,\"']{1,3}+-p" + MIXED + "(?!\\d+:))";

    /** Payment cards have 13 to 19 digits and begin with 2 to 6; a time in milliseconds begins with 1. */
    private static final Pattern CARD_NUMBER =
            Pattern.compile("(?<![\\w.])(?<![A-Za-z0-9]-)[2-6](?:[ -]?[0-9]){12,18}+(?!\\w)(?!-\\w)(?!\\.[0-9])");

    private static final String HIDDEN = "$1[hidden: secret]";

    static final List<SecretLook> ALL = List.of(
            of("private key", "-----BEGIN [A-Z ]{1,40}-----[^-]*+(?:-----END [A-Z ]{1,40}-----)?", "-----begin "),
            of("jwt", "\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+)?", "eyj"),
            of(
                    "header",
                    "(?i)\\b(?:set-cookie|cookie|(?:proxy-)?authorization):[^\\r\\n]++",
                    "cookie:",
                    "authorization:"),
            of(
                    "authorization",
                    "\\b(?i:bearer|basic)\\s++(?!(?i:realm|scope|error)=)"
                            + "(?=\\S{0,200}?(?:[0-9=+/_~]|[a-z][A-Z])|[A-Za-z]{20})\\S{6,}+",
                    "bearer",
                    "basic"),
            of(
                    "authorization",
                    "\\b(?:Bearer|BEARER)\\s++(?=[A-Za-z])(?!(?i:" + OF_BEARER + "))[^\\s,;\"')\\]}]{6,}+",
                    "bearer"),
            of(
                    "authorization",
                    "(?m)(?:^|(?<=[\"'\\[(:=,]))bearer\\s++(?=[A-Za-z])(?!" + OF_BEARER
                            + ")[^\\s,;\"')\\]}]{6,}+(?=$|[,;\"')\\]}])",
                    "bearer"),
            of(
                    "authorization",
                    "\\b(?i:digest|negotiate)\\s++(?=\\S{0,200}?[0-9=+/_~])\\S{16,}+",
                    "digest",
                    "negotiate"),
            part("", "://[^\\s/?#]{1,512}@", "://[hidden: userinfo]@", "://"),
            part(
                    "",
                    "(jdbc:oracle:[a-z0-9]{1,16}:)[^\\s/@]{1,200}/[^\\s@]{1,200}@",
                    "$1[hidden: userinfo]@",
                    "jdbc:oracle:"),
            of("aws key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", "akia", "asia"),
            of("google key", "\\b(?:AIza|GOCSPX-|ya29\\.)[0-9A-Za-z_-]{20,}+", "aiza", "gocspx-", "ya29."),
            of("github token", "\\b(?:gh[pousr]|github_pat)_[A-Za-z0-9_]{20,}+", "_"),
            part(
                    "",
                    "(://hooks\\.slack\\.com/(?:services|workflows)/)[^\\s\"'<]++",
                    "$1[hidden: webhook]",
                    "hooks.slack.com/"),
            of(
                    "token",
                    "\\b(?:glpat-|xox[abeprs]-|xapp-|npm_|whsec_|[rs]k_(?:live|test)_)[A-Za-z0-9_-]{8,}+",
                    "glpat-",
                    "xox",
                    "xapp-",
                    "npm_",
                    "whsec_",
                    "k_live_",
                    "k_test_"),
            part(
                    "(?i)",
                    "(<(?=[\\w.:-]{0,99}?(?:" + STRONG + "|token))[\\w.:-]++(?:\\s[^<>]{0,200}+)?>)"
                            + "(?:<!\\[CDATA\\[)?+[^<]*+",
                    HIDDEN,
                    "<"),
            after(named(WEAK) + "(?:\\\\*+[\"']?\\s*+(?:=>|=|%3D)|\\\\*+[\"']\\s*+:)\\s*+", NAMED, "=", "%3d", ":"),
            after(named("(?:" + STRONG + ")\\s*+:") + "\\s*+:\\s*+" + NO_PROSE, NAMED, ":"),
            after(named("(?:token|session|auth|sid|csrf|xsrf)\\s*+:") + "\\s*+:\\s*+" + MIXED, NAMED, ":"),
            part("(?im)", "(" + LISTED + ")[A-Za-z0-9-]++", HIDDEN, "token"),
            after("(?=--)" + named(STRONG) + "\\s++", NAMED, "--"),
            part("", MYSQL + VALUE, HIDDEN, "-p"),
            after("\\bidentified\\s++by\\s++", ANY, "identified"));

    /** A whole name with one of the words in it; it is looked at once, so that time grows with the text only. */
    private static String named(String words) {
        return "(?<![\\w.-])(?=[\\w.-]*?(?:" + words + "))[\\w.-]++";
    }

    private static SecretLook after(String prefix, List<String> words, String... needles) {
        var pattern = Pattern.compile("(?i)(" + prefix + ")" + VALUE);
        return new SecretLook(pattern, HIDDEN, List.of(needles), words);
    }

    private static SecretLook part(String flags, String regex, String replacement, String... needles) {
        return new SecretLook(Pattern.compile(flags + regex), replacement, List.of(needles), ANY);
    }

    private static SecretLook of(String rule, String regex, String... needles) {
        return part("", regex, "[hidden: " + rule + "]", needles);
    }

    /** Returns the text without anything that looks like a secret. */
    static String hideAll(String text) {
        var shown = text;
        var small = text.toLowerCase(Locale.ROOT);
        for (var look : ALL) {
            if (containsAny(small, look.needles) && containsAny(small, look.words)) {
                shown = look.hide(shown);
            }
        }
        return CARD_NUMBER
                .matcher(shown)
                .replaceAll(found -> hasCheckDigit(found.group()) ? "[hidden: card number]" : found.group());
    }

    String hide(String text) {
        return pattern.matcher(text).replaceAll(replacement);
    }

    private static boolean containsAny(String text, List<String> needles) {
        for (var needle : needles) {
            if (text.contains(needle)) {
                return true;
            }
        }
        return false;
    }

    /** See ISO/IEC 7812-1. */
    private static boolean hasCheckDigit(String number) {
        var digits = number.replaceAll("[^0-9]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
