package org.errorpages;

import java.time.Instant;
import java.util.function.Supplier;
import org.errorpages.report.Describer;
import org.errorpages.report.ForeignText;
import org.errorpages.report.Incident;
import org.errorpages.resource.Deferred;
import org.errorpages.status.Disposition;
import org.errorpages.status.Failure;
import org.errorpages.status.Suspect;
import org.errorpages.text.Messages;
import org.errorpages.text.SupportedLocales;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each incident: id, status, method, path, what was thrown, and the rule that decided.
 *
 * <p>5xx as an error, with the stack of what was thrown; 4xx as information; a client that left as debug. Where the stack
 * is written, the line has the sentence with which the developer's page begins: the frames are read anyway. The query is
 * left out, and what came from outside cannot begin a line of its own.
 *
 * @param describer what finds the sentence
 */
record IncidentLog(Describer describer) implements IncidentListener {

    private static final Logger LOG = LoggerFactory.getLogger("org.errorpages.incident");
    private static final Logger START = LoggerFactory.getLogger("org.errorpages");
    private static final Deferred<Messages> ENGLISH =
            Deferred.of(() -> SupportedLocales.shipped().fallback());
    private static final int MAX_PATH = 500;
    private static final int MAX_MESSAGE = 500;

    @Override
    public void onIncident(Incident incident) {
        var verdict = incident.verdict();
        if (incident.inSeries()) {
            return;
        }
        if (verdict.disposition() == Disposition.ABORTED) {
            if (LOG.isDebugEnabled()) {
                LOG.debug("{} client gone: {}", incident.id(), line(incident));
            }
        } else {
            var stack = stack(incident);
            log(incident, () -> incident.id() + " " + line(incident, diagnosis(incident, stack)), stack);
        }
    }

    /** A sentence that cannot be found costs no incident its line. */
    private String diagnosis(Incident incident, @Nullable Throwable stack) {
        if (stack == null || !incident.verdict().status().isServerError()) {
            return what(incident.failure());
        }
        try {
            return ForeignText.line(describer.diagnosis(stack, ENGLISH.get()), MAX_MESSAGE);
        } catch (Throwable broken) {
            return what(stack);
        }
    }

    /** Says what is told after the second of its series. */
    static void late(Incident incident) {
        log(incident, () -> incident.id() + " " + line(incident), null);
    }

    /** Says that a second has begun in which incidents are told together; their numbers begin with those of the first. */
    static void series(Incident first, long before) {
        log(
                first,
                () -> first.id().series() + "-* " + line(first) + ": one of too many to tell one by one, " + before
                        + " before this second",
                null);
    }

    /** Says that a storm is over in which incidents were told together. */
    static void seriesOver(Incident last, long total, Instant since) {
        log(last, () -> total + " were told together since " + since + ", the last ones " + line(last), null);
    }

    /** A line that nobody reads is not made. */
    private static void log(Incident incident, Supplier<String> line, @Nullable Throwable stack) {
        boolean error = incident.verdict().status().isServerError();
        if (error && LOG.isErrorEnabled()) {
            LOG.error("{}", line.get(), stack);
        } else if (!error && LOG.isInfoEnabled()) {
            LOG.info("{}", line.get());
        }
    }

    @Override
    public void onSimplerForm(Incident incident, FailedForm form) {
        if (incident.inSeries()) {
            return;
        }
        LOG.error(
                "{} could not be answered as {}, so the client got a simpler form: {}",
                incident.id(),
                form.name(),
                what(form.reason()),
                form.passedOn() ? null : form.reason());
    }

    /** Says at the start what is allowed and yet hardly meant. */
    static void warn(String remark) {
        START.warn("{}", ForeignText.line(remark, MAX_MESSAGE));
    }

    /** Says once what holds from the start on. */
    static void announce(String what) {
        START.info("{}", ForeignText.line(what, MAX_MESSAGE));
    }

    /** Returns whether the log is going to have the stack of what was thrown. */
    static boolean writesStackOf(Incident incident) {
        return !incident.inSeries()
                && LOG.isErrorEnabled()
                && incident.verdict().status().isServerError()
                && stack(incident) != null;
    }

    /** Whoever sees the throwable after us logs its stack. */
    private static @Nullable Throwable stack(Incident incident) {
        boolean elsewhere = incident.passedOn() || incident.verdict().disposition() != Disposition.ANSWER;
        return elsewhere ? null : incident.failure().cause();
    }

    private static String line(Incident incident) {
        return line(incident, what(incident.failure()));
    }

    private static String line(Incident incident, String what) {
        var request = incident.request();
        var verdict = incident.verdict();
        return verdict.status().code() + " " + ForeignText.line(request.method() + " " + request.path(), MAX_PATH)
                + " " + what + " [" + verdict.because().rule() + ", "
                + verdict.because().source() + "]";
    }

    private static String what(Failure failure) {
        var thrown = failure.cause();
        if (thrown == null) {
            return ForeignText.line(((Failure.Sent) failure).message(), MAX_MESSAGE);
        }
        return what(thrown);
    }

    private static String what(Throwable thrown) {
        var suspect = new Suspect(thrown);
        var message = suspect.message();
        return ForeignText.line(suspect.className() + (message.isEmpty() ? "" : ": " + message), MAX_MESSAGE);
    }
}
