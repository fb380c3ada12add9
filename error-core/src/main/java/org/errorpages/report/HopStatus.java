package org.errorpages.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.errorpages.i18n.Messages;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;

/** One station between client and upstream server: working, failed or uninvolved. */
public record HopStatus(Kind kind, State state, String name, String stateText) {

    /** The kinds of hops, in the order in which a request passes them. */
    public enum Kind {
        CLIENT,
        GATEWAY,
        APPLICATION,
        UPSTREAM
    }

    /** The state of a hop. */
    public enum State {
        WORKING,
        FAILED,
        /** Behind the failed hop: its state is unknown, but it isn't the cause. */
        UNINVOLVED
    }

    /**
     * Facts about a hop and the next step for its operator.
     *
     * @param facts the facts, each with its origin
     * @param nextStep the next step, or the empty string
     */
    public record Details(Kind kind, List<String> facts, String nextStep) {

        public Details {
            facts = List.copyOf(facts);
        }
    }

    /** Returns all hops, with the one that the verdict blames marked as failed. */
    public static List<HopStatus> of(Verdict verdict, Messages messages) {
        var failed =
                switch (verdict.faultSide()) {
                    case CLIENT -> Kind.CLIENT;
                    case SELF -> Kind.APPLICATION;
                    case UPSTREAM -> Kind.UPSTREAM;
                };
        return Stream.of(Kind.values())
                .map(kind -> hop(kind, failed, verdict.status(), messages))
                .toList();
    }

    /** Returns the hops known to a gateway: up to this application, which failed. */
    public static List<HopStatus> seenByGateway(Status status, Messages messages) {
        return Stream.of(Kind.CLIENT, Kind.GATEWAY, Kind.APPLICATION)
                .map(kind -> hop(kind, Kind.APPLICATION, status, messages))
                .toList();
    }

    private static HopStatus hop(Kind kind, Kind failed, Status status, Messages messages) {
        var name = messages.get("hop." + kind.name().toLowerCase(Locale.ROOT));
        if (kind == failed) {
            return new HopStatus(kind, State.FAILED, name, messages.forStatus(status.code(), "state"));
        }
        // The request reached this application, so all hops before it work.
        return kind == Kind.UPSTREAM
                ? new HopStatus(kind, State.UNINVOLVED, name, messages.get("state.uninvolved"))
                : new HopStatus(kind, State.WORKING, name, messages.get("state.working"));
    }
}
