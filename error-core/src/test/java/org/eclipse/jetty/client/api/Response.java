package org.eclipse.jetty.client.api;

/**
 * Stands in for the HTTP client of Jetty 11: the Nu Html Checker names it, but fetches nothing here, so that the real
 * one, which does not go together with ours, can stay away.
 */
public interface Response {

    /** What is told when a response is complete. */
    interface CompleteListener {}
}
