package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.report.HopStatus.State.FAILED;
import static org.errorpages.report.HopStatus.State.UNINVOLVED;
import static org.errorpages.report.HopStatus.State.WORKING;

import java.util.List;
import org.errorpages.describe.Fixtures;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.Status;
import org.junit.jupiter.api.Test;

final class HopStatusTest {

    @Test
    void theHopsAreAlwaysTheSame() {
        assertThat(hops(500))
                .extracting(HopStatus::kind)
                .containsExactly(
                        HopStatus.Kind.CLIENT,
                        HopStatus.Kind.GATEWAY,
                        HopStatus.Kind.APPLICATION,
                        HopStatus.Kind.UPSTREAM);
        assertThat(hops(500))
                .extracting(HopStatus::name)
                .containsExactly("You", "Web server", "This service", "Another server");
    }

    @Test
    void anApplicationFaultLeavesTheUpstreamUninvolved() {
        assertThat(hops(503)).extracting(HopStatus::state).containsExactly(WORKING, WORKING, FAILED, UNINVOLVED);
        assertThat(hops(503))
                .extracting(HopStatus::stateText)
                .containsExactly("working", "working", "cannot take requests now", "not the cause");
    }

    @Test
    void anUpstreamFaultLeavesAllOtherHopsWorking() {
        assertThat(hops(504)).extracting(HopStatus::state).containsExactly(WORKING, WORKING, WORKING, FAILED);
        assertThat(hops(504)).last().extracting(HopStatus::stateText).isEqualTo("did not answer in time");
    }

    @Test
    void aClientFaultFailsAtTheClient() {
        assertThat(hops(404)).extracting(HopStatus::state).containsExactly(FAILED, WORKING, WORKING, UNINVOLVED);
        assertThat(hops(404))
                .first()
                .extracting(HopStatus::stateText)
                .isEqualTo("sent a request that cannot be answered");
    }

    @Test
    void everyStatusFailsAtExactlyOneHop() {
        for (int code = 400; code <= 599; code++) {
            assertThat(hops(code)).filteredOn(hop -> hop.state() == FAILED).hasSize(1);
        }
    }

    @Test
    void aGatewaySeesThisApplicationFailAndNoUpstream() {
        var hops = HopStatus.seenByGateway(new Status(504), Fixtures.ENGLISH);

        assertThat(hops)
                .extracting(HopStatus::kind)
                .containsExactly(HopStatus.Kind.CLIENT, HopStatus.Kind.GATEWAY, HopStatus.Kind.APPLICATION);
        assertThat(hops).extracting(HopStatus::state).containsExactly(WORKING, WORKING, FAILED);
        assertThat(hops).last().extracting(HopStatus::stateText).isEqualTo("did not answer in time");
    }

    private static List<HopStatus> hops(int status) {
        return Fixtures.publicReport(new HttpErrorException(status), Fixtures.GET)
                .hops();
    }
}
