package org.errorpages.incident.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.jspecify.annotations.Nullable;

/**
 * Calls several listeners. A listener that throws affects neither the others nor the response.
 *
 * @param listeners the listeners in the order of the calls
 * @param others whether the application has listeners
 */
public record IncidentListeners(List<IncidentListener> listeners, boolean others) implements IncidentListener {

    public IncidentListeners {
        listeners = List.copyOf(listeners);
    }

    /** Returns the log, the listeners of the application and the throttle, in this order. */
    public static IncidentListeners of(IncidentLog log, List<IncidentListener> others, @Nullable LogThrottle throttle) {
        var all = new ArrayList<IncidentListener>(List.of(log));
        all.addAll(others);
        if (throttle != null) {
            all.add(throttle);
        }
        return new IncidentListeners(all, !others.isEmpty());
    }

    @Override
    public void onIncident(Incident incident) {
        callEach(listener -> listener.onIncident(incident));
    }

    @Override
    public void onRenderFailure(Incident incident, RenderFailure form) {
        callEach(listener -> listener.onRenderFailure(incident, form));
    }

    private void callEach(Consumer<IncidentListener> call) {
        for (var listener : listeners) {
            try {
                call.accept(listener);
            } catch (Throwable dropped) {
                // The other listeners and the client matter more.
            }
        }
    }
}
