package org.errorpages.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.errorpages.status.Failure;
import org.errorpages.status.Suspect;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The one sentence that says what happened where.
 *
 * @param messages the texts of the language it is said in
 * @param redactor what hides secrets
 */
record Diagnosis(Messages messages, Redactor redactor) {

    private static final int MAX_SENTENCE = 300;

    String of(Failure failure, List<CauseReport> causes, @Nullable FrameReport origin) {
        if (failure instanceof Failure.Sent sent && causes.isEmpty()) {
            var message = redactor.text(Suspect.bounded(sent.message()));
            return sentence("dev.diagnosis.sent", message, Map.of("status", sent.status().toString()));
        }
        var root = root(causes);
        var exception = Map.of("exception", root.simpleName());
        if (origin == null) {
            return sentence("dev.diagnosis.nowhere", root.message(), exception);
        }
        var place = new HashMap<>(exception);
        place.put("call", origin.call());
        place.put("location", origin.location());
        return sentence("dev.diagnosis", root.message(), place);
    }

    private String sentence(String key, String message, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("message", message);
        return ForeignText.line(messages.get(message.isEmpty() ? key : key + ".message", all), MAX_SENTENCE);
    }

    private static CauseReport root(List<CauseReport> causes) {
        var root = causes.get(0);
        for (var cause : causes) {
            root = cause.relation() == CauseReport.Relation.CAUSE ? cause : root;
        }
        return root;
    }
}
