package org.errorpages.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.errorpages.i18n.Messages;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;

/**
 * One place on the way of the request, and how it fared there: a part of the picture that says where it failed.
 *
 * @param place the place
 * @param state how it fared
 * @param name the name of the place, localised
 * @param stateText how it fared, localised
 */
public record Hop(HopKind place, State state, String name, String stateText) {

    /** How a request fared at a place. */
    public enum State {
        WORKING,
        FAILED,
        /** Behind the place that failed: not known, but not the cause. */
        UNINVOLVED
    }

    /** Returns the way of a request, with the place at which the verdict sees the failure. */
    public static List<Hop> of(Verdict verdict, Messages messages) {
        var failing = failing(verdict);
        return Stream.of(HopKind.values())
                .map(place -> at(place, state(place, failing), verdict.status(), messages))
                .toList();
    }

    /** Returns the way as a gateway sees it: it ends at this application, which failed; what is behind is not known. */
    public static List<Hop> seenByGateway(Status status, Messages messages) {
        return Stream.of(HopKind.CLIENT, HopKind.GATEWAY, HopKind.APPLICATION)
                .map(place -> at(place, state(place, HopKind.APPLICATION), status, messages))
                .toList();
    }

    private static Hop at(HopKind place, State state, Status status, Messages messages) {
        var name = messages.get("hop." + place.name().toLowerCase(Locale.ROOT));
        return new Hop(place, state, name, text(state, status, messages));
    }

    public static HopKind failing(Verdict verdict) {
        return switch (verdict.faultSide()) {
            case CLIENT -> HopKind.CLIENT;
            case SELF -> HopKind.APPLICATION;
            case UPSTREAM -> HopKind.UPSTREAM;
        };
    }

    private static State state(HopKind place, HopKind failing) {
        if (place == failing) {
            return State.FAILED;
        }
        // The request came as far as this application, so all before it works.
        return place == HopKind.UPSTREAM ? State.UNINVOLVED : State.WORKING;
    }

    private static String text(State state, Status status, Messages messages) {
        return switch (state) {
            case WORKING -> messages.get("state.working");
            case FAILED -> messages.ofStatus(status.code(), "state");
            case UNINVOLVED -> messages.get("state.uninvolved");
        };
    }
}
