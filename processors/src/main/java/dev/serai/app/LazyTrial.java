package dev.serai.app;

import dev.serai.interaction.PointName;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Outside;
import dev.serai.strategy.Playbook;
import dev.serai.trial.Trial;
import dev.serai.trial.TrialException;
import dev.serai.trial.TrialReport;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Dry runs inside the running hub; their Camel context is started when the first is asked for. */
final class LazyTrial implements AutoCloseable {
    private final Playbook playbook;
    private final Clock clock;
    private @Nullable Trial trial;

    LazyTrial(Playbook playbook, Clock clock) {
        this.playbook = playbook;
        this.clock = clock;
    }

    TrialReport run(RawSource mail, @Nullable PointName point) throws IOException, TrialException {
        return trial().run("request", mail, point, clock.instant());
    }

    private synchronized Trial trial() throws TrialException {
        if (trial == null) {
            trial = new Trial(playbook.asking(Outside.dry()), getClass().getClassLoader());
        }
        return trial;
    }

    @Override
    public synchronized void close() {
        if (trial != null) {
            trial.close();
        }
    }
}
