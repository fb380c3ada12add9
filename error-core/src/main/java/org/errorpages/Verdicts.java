package org.errorpages;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.errorpages.report.Incident;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Because;
import org.errorpages.status.Circumstances;
import org.errorpages.status.Classifier;
import org.errorpages.status.Explanation;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;

/** The first stage: what a failure is, seen with what the settings say of the request's path. */
record Verdicts(Classifier classifier, GatewaySettings gateway, AtomicBoolean stopping) {

    /** A wait up to this is a guess of when a shortage ends. */
    private static final Duration GUESSED = Duration.ofMinutes(1);

    Verdict about(Failure failure, RequestFacts request) {
        try {
            var verdict = classifier.classify(failure, circumstances(request));
            var spread = verdict.retry()
                    .map(Verdicts::spread)
                    .map(verdict::retryingAfter)
                    .orElse(verdict);
            return gateway.telling(spread);
        } catch (Throwable broken) {
            return Verdict.unforeseen(Because.broken(broken));
        }
    }

    Explanation explain(Failure failure, RequestFacts request) {
        return classifier.explain(failure, circumstances(request));
    }

    private Circumstances circumstances(RequestFacts request) {
        return new Circumstances(gateway.contains(request), request.stores(), stopping.get());
    }

    /** Returns the explanation of an incident, line by line. */
    List<String> explain(Incident incident) {
        var circumstances = circumstances(incident.request());
        return classifier
                .explain(incident.verdict(), incident.failure(), circumstances)
                .lines();
    }

    /** Up to half a wait more, so that not all clients come back together; an end that is known is left as it is. */
    private static Duration spread(Duration wait) {
        return wait.compareTo(GUESSED) > 0
                ? wait
                : wait.plusSeconds(ThreadLocalRandom.current().nextLong(wait.toSeconds() / 2 + 1));
    }
}
