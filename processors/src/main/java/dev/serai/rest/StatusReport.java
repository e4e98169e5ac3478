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
        List<RouteStatus> routes,
        List<Dependency.Standing> outside,
        List<Standing> followers,
        Health.Report health) {}
