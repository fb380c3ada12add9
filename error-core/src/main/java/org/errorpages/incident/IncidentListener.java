package org.errorpages.incident;

/**
 * Is told of every incident, once, before it is answered.
 *
 * <p>Called on the thread of the request, by many threads at once. What a listener throws is dropped: it must not cost
 * the client its answer.
 */
@FunctionalInterface
public interface IncidentListener {

    /** Takes notice of an incident. */
    void onIncident(Incident incident);

    /**
     * Takes notice that an incident could not be answered in the form asked for and is answered in a simpler one.
     *
     * @param incident the incident
     * @param form the form that failed
     */
    default void onRenderFailure(Incident incident, RenderFailure form) {}
}
