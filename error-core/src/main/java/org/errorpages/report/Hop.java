package org.errorpages.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;
import org.errorpages.text.Messages;

/**
 * One place on the way of the request, and how it fared there: a part of the picture that says where it failed.
 *
 * @param place the place
 * @param state how it fared
 * @param name the name of the place, localised
 * @param stateText how it fared, localised
 */
public record Hop(Place place, State state, String name, String stateText) {

    /** How a request fared at a place. */
    public enum State {
        WORKING,
        FAILED,
        /** Behind the place that failed: not known, but not the cause. */
        UNINVOLVED
    }

    /** Returns the way of a request, with the place at which the verdict sees the failure. */
    static List<Hop> of(Verdict verdict, Messages messages) {
        var failing = failing(verdict);
        return Stream.of(Place.values())
                .map(place -> at(place, state(place, failing), verdict.status(), messages))
                .toList();
    }

    /** Returns the way as a gateway sees it: it ends at this application, which failed; what is behind is not known. */
    static List<Hop> seenByGateway(Status status, Messages messages) {
        return Stream.of(Place.CLIENT, Place.GATEWAY, Place.APPLICATION)
                .map(place -> at(place, state(place, Place.APPLICATION), status, messages))
                .toList();
    }

    private static Hop at(Place place, State state, Status status, Messages messages) {
        var name = messages.get("hop." + place.name().toLowerCase(Locale.ROOT));
        return new Hop(place, state, name, text(state, status, messages));
    }

    static Place failing(Verdict verdict) {
        return switch (verdict.side()) {
            case CLIENT -> Place.CLIENT;
            case SELF -> Place.APPLICATION;
            case UPSTREAM -> Place.UPSTREAM;
        };
    }

    private static State state(Place place, Place failing) {
        if (place == failing) {
            return State.FAILED;
        }
        // The request came as far as this application, so all before it works.
        return place == Place.UPSTREAM ? State.UNINVOLVED : State.WORKING;
    }

    private static String text(State state, Status status, Messages messages) {
        return switch (state) {
            case WORKING -> messages.get("state.working");
            case FAILED -> messages.ofStatus(status.code(), "state");
            case UNINVOLVED -> messages.get("state.uninvolved");
        };
    }
}
