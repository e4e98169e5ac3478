package dev.serai.capture;

import dev.serai.files.PointDefaults;
import dev.serai.files.PointDefinition;
import dev.serai.files.PointKind;
import java.util.Optional;

/** Puts together what a point's file says and what its consumer told. */
final class StatusLine {
    private StatusLine() {}

    static CapturePointStatus of(PointDefinition definition, PointHealth health, CapturePointStatus.Counts counts) {
        PointDefaults point = definition.point();
        PointHealth.Standing standing = health.standing();
        PointHealth.Looks looks = health.looks();
        Optional<Liveness.Silence> silence = health.liveness().silence().filter(any -> point.enabled());
        return new CapturePointStatus(
                point.name(),
                PointKind.of(point.routeId()).map(PointKind::label).orElse(""),
                point.routeId(),
                point.enabled() ? standing.state() : PointState.DISABLED,
                standing.since(),
                standing.slowedBy(),
                definition.source(),
                point.owner().orElse(null),
                looks.lastSuccess(),
                health.liveness().lastMail(),
                looks.lastError(),
                looks.lastErrorAt(),
                looks.failures(),
                looks.next(),
                silence.map(Liveness.Silence::since).orElse(null),
                silence.map(Liveness.Silence::because).orElse(null),
                looks.backlog(),
                counts);
    }
}
