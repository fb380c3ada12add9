package org.errorpages.scenario;

import java.util.List;

/**
 * A failure that exercises one part of the developer page.
 *
 * @param name the name of the part
 * @param status the status of the page
 * @param failing the code that fails
 * @param selectors the CSS selectors that the HTML page must match
 */
record PageScenario(String name, int status, Failing failing, List<String> selectors) {

    static final List<PageScenario> ALL = List.of(
            of(
                    "suppressed",
                    SuppressedScenario::sendParcel,
                    "article.suppressed.depth1:contains(the scales cannot be put back)",
                    "article.cause.depth2:contains(nobody wrote down where the scales belongs)"),
            of(
                    "batch",
                    CauseScenario::insertDuplicates,
                    ".relation:contains(next exception), .relation:contains(followed by)"),
            of("cycle", CauseScenario::causeEachOther, ".note:contains(the same exception again)"),
            of(
                    "wrappers",
                    CauseScenario::wrapThreeTimes,
                    "article.wrapper",
                    "#copy-text:contains((only wraps its cause))"),
            of(
                    "recursion",
                    FrameScenario::recurse,
                    ".call:contains(Series.sequel)",
                    ".frames + .repeats:contains(repeats)",
                    "#copy-text:contains(↺ repeats)"),
            of("lambda", FrameScenario::failInLambda, ".call:contains(FrameScenario.failInLambda (lambda))"),
            of("proxy", FrameScenario::callThroughProxy, ".call:contains(Proxy.greet)"),
            of(
                    "nested class",
                    () -> new Bindery.Press().bind("Emma"),
                    "h1:contains(GluePot.)",
                    ".call:contains(Bindery.Press.bind)",
                    ".source h2:contains(Bindery.java:) ~ pre .marked:contains(no glue left)",
                    ".source h2:contains(Bindery.java:) ~ pre .marked:contains(new GluePot)"),
            // An unreachable database is a 503.
            new PageScenario(
                    "library", 503, FrameScenario::openUnknownDatabase, List.of(".library:contains(HikariCP)")),
            of("long message", MessageScenario::failWithLongMessage, "details.more .message:contains(HB-1500)"),
            of("markup", MessageScenario::failWithMarkup, ".message:contains(<script>)"),
            of("no stack trace", MessageScenario::failWithoutStackTrace, ".note:contains(no stack trace)"));

    /** Code that fails. */
    interface Failing {

        void run() throws Exception;
    }

    private static PageScenario of(String name, Failing failing, String... selectors) {
        return new PageScenario(name, 500, failing, List.of(selectors));
    }

    /** Runs the failing code and returns the throwable. */
    Throwable thrown() {
        try {
            failing.run();
        } catch (Exception | StackOverflowError thrown) {
            return thrown;
        }
        throw new AssertionError(name + ": nothing was thrown");
    }

    @Override
    public String toString() {
        return name;
    }
}
