package dev.serai.rest;

import dev.serai.capture.CapturePointStatus;
import dev.serai.dependency.Dependency;
import dev.serai.follow.Standing;
import dev.serai.store.DispatchRow;
import dev.serai.store.QuarantineTable.Case;
import java.util.List;

/** Everything that the verdict looks at. */
record StatusReport(
        HubReading reading,
        LiveConfig config,
        String dispatchMode,
        AutomaticReplies replies,
        List<CapturePointStatus> points,
        List<QueueStatus> queues,
        List<Case> quarantine,
        List<DispatchRow> attention,
        List<AccountReport> accounts,
        List<RouteStatus> routes,
        List<Dependency.Standing> outside,
        List<Standing> followers,
        Health.Report health) {

    /**
     * What a tenant's operator may know of it: its own things, and of the hub's parts whether they are well. Files, routes, what
     * strategies ask and who follows events may be others'.
     */
    StatusReport ofTenant() {
        return new StatusReport(
                reading,
                config.untold(),
                dispatchMode,
                replies.uncounted(),
                points,
                queues,
                quarantine,
                attention,
                accounts,
                List.of(),
                List.of(),
                List.of(),
                health.untold());
    }
}
