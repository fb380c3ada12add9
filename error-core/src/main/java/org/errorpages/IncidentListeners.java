package org.errorpages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.errorpages.report.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Several listeners as one; what one of them throws costs neither the others their news nor the client its answer.
 *
 * @param listeners who is told, in this order
 * @param others whether anybody but the log is among them
 */
record IncidentListeners(List<IncidentListener> listeners, boolean others) implements IncidentListener {

    IncidentListeners {
        listeners = List.copyOf(listeners);
    }

    /** Returns the log, the listeners of the application, and after them what keeps the log readable, if anything. */
    static IncidentListeners of(IncidentLog log, List<IncidentListener> others, @Nullable Storms storms) {
        var all = new ArrayList<IncidentListener>(List.of(log));
        all.addAll(others);
        if (storms != null) {
            all.add(storms);
        }
        return new IncidentListeners(all, !others.isEmpty());
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
