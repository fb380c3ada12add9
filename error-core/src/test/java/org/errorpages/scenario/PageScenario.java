package org.errorpages.scenario;

import java.util.List;

/** A failure that exercises one part of the developer page, with the CSS selectors that the page must match. */
enum PageScenario {
    SUPPRESSED(
            SuppressedScenario::sendParcel,
            "article.suppressed.depth1:contains(the scales cannot be put back)",
            "article.cause.depth2:contains(nobody wrote down where the scales belongs)"),
    BATCH(CauseScenario::insertDuplicates, ".relation:contains(next exception), .relation:contains(followed by)"),
    CYCLE(CauseScenario::causeEachOther, ".note:contains(the same exception again)"),
    WRAPPERS(CauseScenario::wrapThreeTimes, "article.wrapper", "#copy-text:contains((only wraps its cause))"),
    RECURSION(
            FrameScenario::recurse,
            ".call:contains(Series.sequel)",
            ".frames + .repeats:contains(repeats)",
            "#copy-text:contains(↺ repeats)"),
    LAMBDA(FrameScenario::failInLambda, ".call:contains(FrameScenario.failInLambda (lambda))"),
    PROXY(FrameScenario::callThroughProxy, ".call:contains(Proxy.greet)"),
    NESTED(
            () -> new Bindery.Press().bind("Emma"),
            "h1:contains(GluePot.)",
            ".call:contains(Bindery.Press.bind)",
            ".source h2:contains(Bindery.java:) ~ pre .marked:contains(no glue left)",
            ".source h2:contains(Bindery.java:) ~ pre .marked:contains(new GluePot)"),
    LIBRARY(FrameScenario::openUnknownDatabase, ".library:contains(HikariCP)"),
    LONG_MESSAGE(MessageScenario::failWithLongMessage, "details.more .message:contains(HB-1500)"),
    MARKUP(MessageScenario::failWithMarkup, ".message:contains(<script>)"),
    NO_STACK_TRACE(MessageScenario::failWithoutStackTrace, ".note:contains(no stack trace)");

    private final Failing failing;
    private final List<String> selectors;

    PageScenario(Failing failing, String... selectors) {
        this.failing = failing;
        this.selectors = List.of(selectors);
    }

    /** Code that fails. */
    interface Failing {

        void run() throws Exception;
    }

    /** Runs the failing code and returns the throwable. */
    Throwable thrown() {
        try {
            failing.run();
        } catch (Exception | StackOverflowError thrown) {
            return thrown;
        }
        throw new AssertionError(this + ": nothing was thrown");
    }

    /** Returns the selectors that the HTML page must match. */
    List<String> selectors() {
        return selectors;
    }

    /** Returns the status of the page; an unreachable database is 503. */
    int status() {
        return this == LIBRARY ? 503 : 500;
    }
}
