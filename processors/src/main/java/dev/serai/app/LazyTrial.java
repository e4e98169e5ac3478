package dev.serai.app;

import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Outside;
import dev.serai.strategy.Playbook;
import dev.serai.trial.Trial;
import dev.serai.trial.TrialException;
import dev.serai.trial.TrialReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Dry runs inside the running hub, by the files that are live; their Camel context is started when the first is asked
 * for, and anew when other files are live. One at a time.
 */
final class LazyTrial implements AutoCloseable {
    private final Supplier<Playbook> live;
    private final Clock clock;
    private final Duration deadline;
    private @Nullable Trial trial;
    private String generation = "";

    LazyTrial(Supplier<Playbook> live, Clock clock, Duration deadline) {
        this.live = live;
        this.deadline = deadline;
        this.clock = clock;
    }

    synchronized TrialReport run(RawSource mail, @Nullable PointName point, @Nullable TenantName tenant)
            throws IOException, TrialException {
        return trial(live.get()).run("request", mail, point, tenant, clock.instant());
    }

    private Trial trial(Playbook playbook) throws TrialException {
        Trial known = trial;
        if (known != null && generation.equals(playbook.generation().id())) {
            return known;
        }
        close();
        Trial made = new Trial(playbook.asking(Outside.dry()), getClass().getClassLoader(), deadline);
        trial = made;
        generation = playbook.generation().id();
        return made;
    }

    @Override
    public synchronized void close() {
        if (trial != null) {
            trial.close();
            trial = null;
        }
    }
}
