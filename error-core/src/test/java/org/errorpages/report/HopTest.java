package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.report.Hop.State.FAILED;
import static org.errorpages.report.Hop.State.UNINVOLVED;
import static org.errorpages.report.Hop.State.WORKING;

import java.util.List;
import org.errorpages.describe.Fixtures;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.Status;
import org.junit.jupiter.api.Test;

final class HopTest {

    @Test
    void theHopsAreAlwaysTheSame() {
        assertThat(hops(500))
                .extracting(Hop::kind)
                .containsExactly(Hop.Kind.CLIENT, Hop.Kind.GATEWAY, Hop.Kind.APPLICATION, Hop.Kind.UPSTREAM);
        assertThat(hops(500))
                .extracting(Hop::name)
                .containsExactly("You", "Web server", "This service", "Another server");
    }

    @Test
    void anApplicationFaultLeavesTheUpstreamUninvolved() {
        assertThat(hops(503)).extracting(Hop::state).containsExactly(WORKING, WORKING, FAILED, UNINVOLVED);
        assertThat(hops(503))
                .extracting(Hop::stateText)
                .containsExactly("working", "working", "cannot take requests now", "not the cause");
    }

    @Test
    void anUpstreamFaultLeavesAllOtherHopsWorking() {
        assertThat(hops(504)).extracting(Hop::state).containsExactly(WORKING, WORKING, WORKING, FAILED);
        assertThat(hops(504)).last().extracting(Hop::stateText).isEqualTo("did not answer in time");
    }

    @Test
    void aClientFaultFailsAtTheClient() {
        assertThat(hops(404)).extracting(Hop::state).containsExactly(FAILED, WORKING, WORKING, UNINVOLVED);
        assertThat(hops(404)).first().extracting(Hop::stateText).isEqualTo("sent a request that cannot be answered");
    }

    @Test
    void everyStatusFailsAtExactlyOneHop() {
        for (int code = 400; code <= 599; code++) {
            assertThat(hops(code)).filteredOn(hop -> hop.state() == FAILED).hasSize(1);
        }
    }

    @Test
    void aGatewaySeesThisApplicationFailAndNoUpstream() {
        var hops = Hop.seenByGateway(new Status(504), Fixtures.ENGLISH);

        assertThat(hops).extracting(Hop::kind).containsExactly(Hop.Kind.CLIENT, Hop.Kind.GATEWAY, Hop.Kind.APPLICATION);
        assertThat(hops).extracting(Hop::state).containsExactly(WORKING, WORKING, FAILED);
        assertThat(hops).last().extracting(Hop::stateText).isEqualTo("did not answer in time");
    }

    private static List<Hop> hops(int status) {
        return Fixtures.publicReport(new HttpErrorException(status), Fixtures.GET)
                .hops();
    }
}
