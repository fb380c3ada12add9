package org.errorpages.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.errorpages.i18n.Messages;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;

/**
 * One hop of the request's path and its state.
 *
 * @param name the localised name of the hop
 * @param stateText the localised state
 */
public record Hop(HopKind kind, State state, String name, String stateText) {

    /** The state of a hop. */
    public enum State {
        WORKING,
        FAILED,
        /** Behind the failed hop: its state is unknown, but it isn't the cause. */
        UNINVOLVED
    }

    /** Returns all hops, with the one that the verdict blames marked as failed. */
    public static List<Hop> of(Verdict verdict, Messages messages) {
        var failed = failedHop(verdict);
        return Stream.of(HopKind.values())
                .map(kind -> hop(kind, failed, verdict.status(), messages))
                .toList();
    }

    /** Returns the hops known to a gateway: up to this application, which failed. */
    public static List<Hop> seenByGateway(Status status, Messages messages) {
        return Stream.of(HopKind.CLIENT, HopKind.GATEWAY, HopKind.APPLICATION)
                .map(kind -> hop(kind, HopKind.APPLICATION, status, messages))
                .toList();
    }

    /** Returns the hop that the verdict blames. */
    public static HopKind failedHop(Verdict verdict) {
        return switch (verdict.faultSide()) {
            case CLIENT -> HopKind.CLIENT;
            case SELF -> HopKind.APPLICATION;
            case UPSTREAM -> HopKind.UPSTREAM;
        };
    }

    private static Hop hop(HopKind kind, HopKind failed, Status status, Messages messages) {
        var name = messages.get("hop." + kind.name().toLowerCase(Locale.ROOT));
        if (kind == failed) {
            return new Hop(kind, State.FAILED, name, messages.forStatus(status.code(), "state"));
        }
        // The request reached this application, so all hops before it work.
        return kind == HopKind.UPSTREAM
                ? new Hop(kind, State.UNINVOLVED, name, messages.get("state.uninvolved"))
                : new Hop(kind, State.WORKING, name, messages.get("state.working"));
    }
}
