package org.errorpages.container.recorder;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces the parts of an answer that differ between runs and machines, or that a reorganisation of the framework may
 * change: numbers of incidents, times, threads, ports, folders, and the names and stack frames of the framework.
 *
 * <p>The names of the demo and of the conformance applications stay.
 */
public final class AnswerMask {

    private static final String FRAMEWORK = "org\\.errorpages\\.(?!demo\\b|conformance\\b)";

    /** The code below and beside the application: its frames depend on the thread and on chance. */
    private static final String BELOW = "(?:" + FRAMEWORK
            + "|org\\.eclipse\\.jetty\\.|org\\.apache\\.(?:catalina|coyote|tomcat)\\.|io\\.undertow\\.|org\\.xnio\\."
            + "|org\\.jboss\\.threads\\.|jakarta\\.servlet\\.|jdk\\.internal\\.net\\.http\\.|sun\\.security\\.ssl\\."
            + "|java\\.security\\.AccessController\\b|java\\.util\\.ArrayList(?=\\.forEach|\")"
            + "|java\\.lang\\.Thread(?=\\.run\\b|\")|java\\.util\\.concurrent\\.(?:ThreadPoolExecutor|CompletableFuture)\\b)";

    /** The names under which a page folds such frames. */
    private static final String FOLD =
            "(?:servlet container|filter chain: ErrorPageFilter|thread|JDK" + "|서블릿 컨테이너|필터 체인: ErrorPageFilter|스레드)";

    private static final String ID = "[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}";

    private static final List<Rule> EMBEDDED = List.of(
            rule("(?s)(<style>|&lt;style&gt;)(.*?)(</style>|&lt;/style&gt;)", AnswerMask::digest),
            rule("(?s)(<script>|&lt;script&gt;)(\"use strict\".*?)(</script>|&lt;/script&gt;)", AnswerMask::digest));

    private static final List<Rule> FRAMES = List.of(
            rule("\\d+( frames?\\b)", "<n>$1"),
            rule("(프레임 )\\d+(개)", "$1<n>$2"),
            rule("(common_frames\"?[:>])\\d+", "$1<n>"),
            rule("<li><span title=\"" + BELOW + "[^\"]*\">(?:(?!</li>).)*+</li>", "<frames>"),
            rule(
                    "(?<![\\w.])" + BELOW + "[\\w.$]*+(?:(?:<|&lt;|\\\\u003[Cc])\\w+(?:>|&gt;|\\\\u003[Ee]))?"
                            + " \\([^()\\n]*+\\)(?: \\[[^\\]\\n]*+\\])?",
                    "<frames>"),
            // The stack traces on pages of the containers themselves.
            rule("(?:\\s*\\bat (?:[\\w.]+/)?" + BELOW + "[^\\n(]*\\([^\\n)]*\\))+", "\n\tat <frames>"),
            rule("\\.\\.\\. \\d+ (?:more|common)", "... <n> more"),
            rule("… (?:<n> frames|프레임 <n>개): " + FOLD + "[^\\n]*", "<frames>"),
            rule("<frames>(?:(?:\\n +|\",\"|</i><i>| *)<frames>)*+", "<frames>"),
            rule(
                    "\\s*<details class=\"fold\"><summary>(?:<n> frames|프레임 <n>개): " + FOLD
                            + "[^\\n]*\\n<ol [^>]*><frames></ol></details>",
                    "<frames>"),
            rule("<frames>\\s*</ol>", "</ol><frames>"),
            rule("<ol class=\"frames\" translate=\"no\"></ol>", ""),
            rule("\\s*<frames>(?:\\s*<frames>)*+\\s*(?=<)", "<frames>"));

    private static final List<Rule> NAMES = List.of(
            rule("(?<![\\w.])" + FRAMEWORK + "(?:[a-z]\\w*\\.)*[A-Z][\\w$]*", "<framework>"),
            rule("(?<![\\w/])org/errorpages/(?!demo\\b|conformance\\b)[\\w/$]+(?:\\.java)?", "<framework>"),
            rule("((?:error-map|hints)\\.properties:)\\d+", "$1<line>"),
            rule("(lambda\\$\\w+\\$)\\d+", "$1<n>"),
            rule("\\$\\$Lambda(?:\\$\\d+)?/(?:0x)?[0-9a-f]+", "\\$\\$Lambda<n>"));

    private static final List<Rule> NUMBERS = List.of(
            rule("(?mi)^(Content-Length: )\\d+$", "$1<n>"),
            rule("(?mi)^(Date|Expires|Last-Modified)(: ).*$", "$1$2<time>"),
            rule("(?mi)^(ETag: W/\"\\d+-)\\d+", "$1<time>"),
            rule("(?mi)^(Retry-After: )\\d$", "$1<spread>"),
            rule("(retry_after(?:\"|&quot;|\\\\\")?[:>])\\d(?!\\d)", "$1<spread>"),
            rule("(JSESSIONID=)[\\w.!-]+", "$1<session>"),
            rule("urn:uuid:[0-9a-f-]{36}", "urn:uuid:<uuid>"),
            rule("(?<![0-9A-Z-])" + ID + "(?![0-9A-Z-])", "<incident>"),
            rule("\\b20\\d\\d-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?", "<time>"),
            rule("\\b\\d\\d:\\d\\d(?::\\d\\d)?(?= UTC)", "<clock>"),
            rule("\\b\\d+ ?ms\\b", "<n>ms"),
            rule("(Running for|실행 시간|Memory used|메모리 사용량|Thread|스레드)(: |</dt><dd>)[^\"<\\n]*", "$1$2<varies>"),
            rule("qtp\\d+-\\d+", "qtp<n>"),
            rule("@[0-9a-f]{5,8}\\b", "@<hash>"),
            rule(
                    "((?:localhost|127\\\\?\\.0\\.0\\.1|::1\\]?|0:0:0:0:0:0:0:1)(?:[:/ ]|%3A))\\d{4,5}(?!\\d)",
                    "$1<port>"),
            rule("\\b((?:tomcat|undertow|war|jetty-[\\w.-]*?)-?)\\d{8,}", "$1<n>"));

    /** The messages of the demo that name the state of threads. */
    private static final List<Rule> MESSAGES = List.of(
            rule("((?:active threads|queued tasks|completed tasks) = )\\d+", "$1<n>"),
            rule("\\d( of \\d threads busy, )\\d", "<n>$1<n>"),
            rule("\\d(개 작업 중, )\\d(개)", "<n>$1<n>$2"),
            rule("(?:Task )?(?:Report\\[branch=|books=)[^\"<\\n→]*", "<report>"),
            // Where a text is cut depends on the length of the numbers in it.
            rule("(?<![\\w.@$-])[\\w.@$-]++(?:<hash>)?(?: …|%E2%80%A6)", "<cut>"),
            // A message that holds a duration differs from the last one, or happens not to.
            rule("\\n *(?:message|메시지): [^\\n→]*→[^\\n]*", ""),
            rule("\\{\"name\":\"(?:message|메시지)\",(?:[^\"{}]|\"(?:[^\"\\\\]|\\\\.)*+\")*+},?", ""),
            rule("<i><name>(?:message|메시지)</name>(?:(?!</i>).)*+</i>", ""),
            rule("<span class=\"difference\"[^>]*>(?:message|메시지) [^\\n]*</span>\\n?", ""),
            rule("<tr><th scope=\"row\">(?:message|메시지)</th>(?:(?!</tr>).)*+</tr>", ""));

    private final List<Rule> rules = new ArrayList<>();

    /** Masks what is of this machine as well: the folder of the checkout and the versions of Java and the system. */
    public AnswerMask() {
        var module = Path.of("").toAbsolutePath();
        rules.add(literal(Objects.requireNonNullElse(module.getParent(), module).toString(), "<checkout>"));
        rules.add(literal(System.getProperty("user.home") + "/", "<home>/"));
        Stream.of("java.runtime.version", "java.vm.version", "java.version", "os.version")
                .map(System::getProperty)
                .distinct()
                .forEach(version -> rules.add(literal(version, "<version>")));
        Stream.of(EMBEDDED, FRAMES, NAMES, NUMBERS, MESSAGES).forEach(rules::addAll);
    }

    private record Rule(Pattern pattern, Function<MatchResult, String> replacement) {

        String apply(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    private static Rule rule(String pattern, String replacement) {
        return rule(pattern, found -> replacement);
    }

    private static Rule rule(String pattern, Function<MatchResult, String> replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }

    private static Rule literal(String text, String replacement) {
        return rule(Pattern.quote(text), replacement);
    }

    private static String digest(MatchResult embedded) {
        try {
            var bytes = embedded.group(2).getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return embedded.group(1) + "sha256:" + new BigInteger(1, digest).toString(16) + embedded.group(3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the text with its varying parts replaced. */
    public String apply(String text) {
        var masked = text;
        for (var rule : rules) {
            masked = rule.apply(masked);
        }
        return masked;
    }
}
