package org.errorpages.incident.log;

import java.time.Instant;
import java.util.function.Supplier;
import org.errorpages.describe.FailureSummaryFormatter;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.redact.PrintableText;
import org.errorpages.resource.Lazy;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.trace.ApplicationCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs one line per incident: id, status, method, path, throwable, and the deciding rule.
 *
 * <p>5xx are logged as errors with the stack trace, 4xx as information, disconnected clients as debug. A line with a stack
 * trace has the diagnosis of the developer page, because its frames are read anyway. The query is left out, and foreign
 * text can't start a new line.
 *
 * @param code determines the location in a diagnosis
 */
public record IncidentLog(ApplicationCode code) implements IncidentListener {

    private static final Logger LOG = LoggerFactory.getLogger("org.errorpages.incident");
    private static final Logger START = LoggerFactory.getLogger("org.errorpages");
    private static final Lazy<Messages> ENGLISH =
            Lazy.of(() -> SupportedLocales.builtIn().fallback());
    private static final int MAX_PATH = 500;
    private static final int MAX_MESSAGE = 500;

    @Override
    public void onIncident(Incident incident) {
        var verdict = incident.verdict();
        if (incident.throttled()) {
            return;
        }
        if (verdict.disposition() == Disposition.ABORTED) {
            if (LOG.isDebugEnabled()) {
                LOG.debug("{} client disconnected: {}", incident.id(), line(incident));
            }
        } else {
            var stack = throwableToLog(incident);
            log(incident, () -> incident.id() + " " + line(incident, diagnosis(incident, stack)), stack);
        }
    }

    /** Returns the diagnosis, or the throwable if the diagnosis fails. */
    private String diagnosis(Incident incident, @Nullable Throwable stack) {
        if (stack == null || !incident.verdict().status().isServerError()) {
            return summary(incident.failure());
        }
        try {
            return PrintableText.line(new FailureSummaryFormatter(ENGLISH.get()).ofThrowable(stack, code), MAX_MESSAGE);
        } catch (Throwable broken) {
            return summary(stack);
        }
    }

    /** Logs an incident that arrived after its throttling window closed. */
    static void logLate(Incident incident) {
        log(incident, () -> incident.id() + " " + line(incident), null);
    }

    /**
     * Logs the first suppressed incident of a second, for all whose ids begin with the same eight characters.
     *
     * @param before the number of similar incidents suppressed in the seconds before
     */
    static void logThrottled(Incident first, long before) {
        var throttling = " (throttled: " + before + " similar failures suppressed so far)";
        log(first, () -> first.id().series() + "-* " + line(first) + throttling, null);
    }

    /** Logs that throttling has ended. */
    static void logThrottlingEnd(Incident last, long total, Instant since) {
        log(last, () -> total + " similar failures suppressed since " + since + ", last: " + line(last), null);
    }

    /** Builds the line only if the logger writes it. */
    private static void log(Incident incident, Supplier<String> line, @Nullable Throwable stack) {
        boolean error = incident.verdict().status().isServerError();
        if (error && LOG.isErrorEnabled()) {
            LOG.error("{}", line.get(), stack);
        } else if (!error && LOG.isInfoEnabled()) {
            LOG.info("{}", line.get());
        }
    }

    @Override
    public void onRenderFailure(Incident incident, RenderFailure failure) {
        if (incident.throttled()) {
            return;
        }
        LOG.error(
                "{} could not be rendered as {}, falling back to a simpler page: {}",
                incident.id(),
                failure.name(),
                summary(failure.reason()),
                failure.loggedElsewhere() ? null : failure.reason());
    }

    /** Logs a warning, such as about a setting that is allowed but probably unintended. */
    public static void warn(String message) {
        START.warn("{}", PrintableText.line(message, MAX_MESSAGE));
    }

    /** Logs a line about the start of the application. */
    public static void logStart(String message) {
        START.info("{}", PrintableText.line(message, MAX_MESSAGE));
    }

    /** Returns the throwable to log with its stack trace; null if the container logs it or the failure has no cause. */
    private static @Nullable Throwable throwableToLog(Incident incident) {
        boolean elsewhere = incident.loggedElsewhere() || incident.verdict().disposition() != Disposition.ANSWER;
        return elsewhere ? null : incident.failure().cause();
    }

    private static String line(Incident incident) {
        return line(incident, summary(incident.failure()));
    }

    private static String line(Incident incident, String summary) {
        var request = incident.request();
        var verdict = incident.verdict();
        return verdict.status().code() + " " + PrintableText.line(request.method() + " " + request.path(), MAX_PATH)
                + " " + summary + " [" + verdict.reason().rule() + ", "
                + verdict.reason().source() + "]";
    }

    private static String summary(Failure failure) {
        var thrown = failure.cause();
        return thrown == null ? PrintableText.line(((Failure.Sent) failure).message(), MAX_MESSAGE) : summary(thrown);
    }

    private static String summary(Throwable thrown) {
        var throwable = new SafeThrowable(thrown);
        var message = throwable.message();
        return PrintableText.line(throwable.className() + (message.isEmpty() ? "" : ": " + message), MAX_MESSAGE);
    }
}
