package org.errorpages;

import java.util.List;
import java.util.function.Consumer;
import org.errorpages.report.Incident;

/** Several listeners as one; what one of them throws costs neither the others their news nor the client its answer. */
record IncidentListeners(List<IncidentListener> listeners) implements IncidentListener {

    IncidentListeners {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void onIncident(Incident incident) {
        each(listener -> listener.onIncident(incident));
    }

    @Override
    public void onSimplerForm(Incident incident, FailedForm form) {
        each(listener -> listener.onSimplerForm(incident, form));
    }

    private void each(Consumer<IncidentListener> news) {
        for (var listener : listeners) {
            told(listener, news);
        }
    }

    @SuppressWarnings("UnusedReturnValue")
    private static boolean told(IncidentListener listener, Consumer<IncidentListener> news) {
        try {
            news.accept(listener);
            return true;
        } catch (Throwable dropped) {
            return false;
        }
    }
}
