package org.errorpages;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.errorpages.classify.ClassificationContext;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.Explanation;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Failure;
import org.errorpages.status.Reason;
import org.errorpages.status.Verdict;

/**
 * Classifies failures with the settings for the path of the request.
 *
 * @param classifier the classifier
 * @param gateway the settings of gateways
 * @param explaining whether incidents carry an explanation, for developers
 * @param stopping whether the application is being stopped
 */
record ContextualClassifier(
        Classifier classifier, GatewaySettings gateway, boolean explaining, AtomicBoolean stopping) {

    /** A wait up to this is a guess of when a shortage ends. */
    private static final Duration GUESSED = Duration.ofMinutes(1);

    /** Returns the incident of a failure. Never throws. */
    Incident incident(IncidentId id, Instant time, Failure failure, RequestSnapshot request) {
        try {
            var circumstances = circumstances(request);
            var explanation = explaining ? classifier.explain(failure, circumstances) : null;
            var verdict = explanation == null ? classifier.classify(failure, circumstances) : explanation.verdict();
            var spread = verdict.retry()
                    .map(ContextualClassifier::spread)
                    .map(verdict::withRetryAfter)
                    .orElse(verdict);
            var incident = Incident.of(id, time, failure, gateway.telling(spread), request);
            return explanation == null ? incident : incident.explained(explanation.lines());
        } catch (Throwable broken) {
            return Incident.of(id, time, failure, Verdict.unforeseen(Reason.classifierFailed(broken)), request);
        }
    }

    Explanation explain(Failure failure, RequestSnapshot request) {
        return classifier.explain(failure, circumstances(request));
    }

    private ClassificationContext circumstances(RequestSnapshot request) {
        return new ClassificationContext(gateway.contains(request), request.stores(), stopping.get());
    }

    /** Up to half a wait more, so that not all clients come back together; an end that is known is left as it is. */
    private static Duration spread(Duration wait) {
        return wait.compareTo(GUESSED) > 0
                ? wait
                : wait.plusSeconds(ThreadLocalRandom.current().nextLong(wait.toSeconds() / 2 + 1));
    }
}
