package org.errorpages.incident;

/**
 * Receives every incident once, before the response is sent.
 *
 * <p>Called on the thread of the request, by many threads at once. An exception of a listener is ignored, so that it can't
 * affect the response.
 */
@FunctionalInterface
public interface IncidentListener {

    /** Receives an incident. */
    void onIncident(Incident incident);

    /**
     * Receives an error page or format that failed, so that the client gets a simpler one.
     *
     * @param incident the incident to respond to
     * @param failure the failed page or format, and the reason
     */
    default void onRenderFailure(Incident incident, RenderFailure failure) {}
}
