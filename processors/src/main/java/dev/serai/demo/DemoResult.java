package dev.serai.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.serai.trial.TrialReport;
import java.util.List;
import java.util.Map;

/**
 * What the demo did, as `demo --exit --json` prints it.
 *
 * @param received inbound interactions: `queued` + `stopped` + `quarantined`
 * @param dispatched outbound mail that the mail server took
 * @param failed dispatches that did not leave
 * @param queues inbound interactions waiting, by queue
 * @param messages each of them as `try` says it
 * @param sent subjects that arrived at the mail server
 */
public record DemoResult(
        long received,
        long queued,
        long stopped,
        long quarantined,
        long dispatched,
        long failed,
        Map<String, Long> queues,
        long millis,
        List<TrialReport> messages,
        @JsonIgnore List<String> sent) {

    /** True when every sample has its place and all mail left. */
    @JsonIgnore
    public boolean isWell() {
        return failed == 0 && received == queued + stopped + quarantined && dispatched > 0;
    }
}
