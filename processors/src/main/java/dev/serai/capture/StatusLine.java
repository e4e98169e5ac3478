package dev.serai.capture;

import dev.serai.files.PointDefaults;

/** Puts together what a point's file says and what its consumer told. */
final class StatusLine {
    private StatusLine() {}

    static CapturePointStatus of(
            String kind, PointDefaults point, String address, PointHealth health, CapturePointStatus.Counts counts) {
        PointHealth.Snapshot told = health.snapshot();
        return new CapturePointStatus(
                point.name(),
                kind,
                point.routeId(),
                point.enabled() ? told.state() : PointState.DISABLED,
                told.since(),
                address,
                point.owner().orElse(null),
                told.lastSuccess(),
                told.lastMail(),
                told.lastError(),
                told.lastErrorAt(),
                told.backlog(),
                counts);
    }
}
