package dev.serai.capture;

import dev.serai.files.Generation;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.PointDefaults;
import dev.serai.files.PointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.point.PointDesk;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.OperateTable;
import dev.serai.store.Tx;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The capture points of this node: their status, and pausing, resuming and polling them. */
public final class CapturePoints {
    private static final String KIND = "point";
    /** So late a pause on another node may be seen. */
    private static final Duration PAUSES_KNOWN = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(CapturePoints.class);

    private final CaptureEnvironment environment;
    private final LedgerCounts ledger;
    private final Fresh<Set<String>> paused;
    private final Map<PointName, PointHealth> health = new ConcurrentHashMap<>();
    private final Map<PointName, Runnable> running = new ConcurrentHashMap<>();
    private final Map<PointName, Consumer<Captured>> served = new ConcurrentHashMap<>();
    private final PointDesk desk;
    private final PointPasts pasts;

    public CapturePoints(CaptureEnvironment environment) {
        this.environment = environment;
        this.desk = new PointDesk(environment.store(), environment.generation(), environment.clock());
        this.pasts = new PointPasts(environment.store());
        this.ledger = new LedgerCounts(environment.store(), environment.clock());
        this.paused = new Fresh<>(PAUSES_KNOWN, this::readPaused);
    }

    /** What the consumers work with. */
    public CaptureEnvironment environment() {
        return environment;
    }

    /** Where points for systems outside have documents applied. */
    public PointDesk desk() {
        return desk;
    }

    /** All points of the live files, by name. */
    public List<CapturePointStatus> list() {
        Generation files = environment.generation().get();
        Map<PointName, CapturePointStatus.Counts> counts = ledger.read();
        List<CapturePointStatus> all = new ArrayList<>();
        files.pointDefinitions().forEach(point -> all.add(status(point, counts)));
        all.sort(Comparator.comparing(CapturePointStatus::name));
        return all;
    }

    /** One point of the live files. */
    public Optional<CapturePointStatus> find(PointName name) {
        return list().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    /** Stops a point until it is resumed, through restarts and on every node; false when there is no such point. */
    public boolean pause(PointName name, String actor) {
        return steer(name, tx -> {
            tx.operate().pause(KIND, name.value(), tx.now());
            tx.events().append(tenant(name), name, NewEvent.of("serai.capture.paused", actor));
        });
    }

    /** Lets a paused point go on; false when there is no such point. */
    public boolean resume(PointName name, String actor) {
        return steer(name, tx -> {
            tx.operate().resume(KIND, name.value());
            tx.events().append(tenant(name), name, NewEvent.of("serai.capture.resumed", actor));
        });
    }

    /** Lets a point look now; false when it does not run on this node. */
    public boolean poll(PointName name) {
        Runnable wake = running.get(name);
        if (wake != null) {
            wake.run();
        }
        return wake != null;
    }

    /**
     * Whether a point is to take nothing: an operator paused it, or what is stored of it is another tenant's. Asked before
     * each look; pauses are read once a second for all of them.
     */
    public boolean isPaused(PointName name) {
        return paused.get().contains(name.value()) || isForeign(name);
    }

    private boolean isForeign(PointName name) {
        boolean foreign = environment
                .generation()
                .get()
                .point(name)
                .filter(PointDefaults::enabled)
                .filter(pasts::isForeign)
                .isPresent();
        if (foreign && !PointPasts.REASON.equals(health(name).looks().lastError())) {
            health(name).noted(PointPasts.REASON);
            LOG.warn("a capture point rests, what is stored of it is another tenant's point={}", name);
        }
        return foreign;
    }

    /** Where a consumer tells how its point fares. */
    public PointHealth health(PointName name) {
        return health.computeIfAbsent(name, any -> new PointHealth(any, environment.clock(), environment.meters()));
    }

    /** A consumer started; `wake` lets it look now. */
    public void started(PointName name, Runnable wake) {
        running.put(name, wake);
        health(name).attended();
    }

    /** A point that is served by REST began; the steps of its route take what was captured. */
    public void serves(PointName name, Consumer<Captured> steps) {
        served.put(name, steps);
        started(name, () -> {});
    }

    /** The steps of a point that is served by REST; empty while its route does not run. */
    public Optional<Consumer<Captured>> stepsOf(PointName name) {
        return Optional.ofNullable(served.get(name));
    }

    /** A consumer stopped. */
    public void stopped(PointName name) {
        running.remove(name);
        served.remove(name);
        health(name).stopped();
        if (tenantOf(name).isEmpty()) {
            forget(name);
        }
    }

    /** Its file is gone: what was known of it on this node goes, its ledger stays. */
    private void forget(PointName name) {
        health.remove(name);
        MeterRegistry meters = environment.meters();
        for (Meter meter : meters.getMeters()) {
            if (name.value().equals(meter.getId().getTag("point"))) {
                meters.remove(meter);
            }
        }
    }

    private boolean steer(PointName name, Consumer<Tx> change) {
        if (tenantOf(name).isEmpty()) {
            return false;
        }
        environment.store().writeNow(tx -> {
            change.accept(tx);
            return true;
        });
        paused.forget();
        poll(name);
        return true;
    }

    private Set<String> readPaused() {
        return environment.store().read(tx -> tx.operate().paused()).stream()
                .filter(one -> one.kind().equals(KIND))
                .map(OperateTable.Paused::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String tenant(PointName name) {
        return tenantOf(name).orElse("default");
    }

    private Optional<String> tenantOf(PointName name) {
        return environment.generation().get().point(name).map(PointDefaults::tenant);
    }

    private CapturePointStatus status(PointDefinition point, Map<PointName, CapturePointStatus.Counts> ledgers) {
        PointHealth told = health(point.name());
        if (point.isAsked()) {
            stands(point.point(), told);
        }
        CapturePointStatus.Counts counts = point instanceof MailboxDefinition
                ? ledgers.getOrDefault(point.name(), CapturePointStatus.Counts.NONE)
                : counts(told);
        return StatusLine.of(point, told, counts);
    }

    /** A point that is asked has no consumer that tells how it stands. */
    private void stands(PointDefaults point, PointHealth told) {
        if (!point.enabled()) {
            told.rests(PointState.DISABLED);
        } else if (isPaused(point.name())) {
            told.rests(PointState.PAUSED);
        } else if (served.containsKey(point.name()) && told.state() != PointState.RUNNING) {
            told.succeeded(-1);
        }
    }

    private static CapturePointStatus.Counts counts(PointHealth told) {
        return new CapturePointStatus.Counts(
                told.count("taken"), told.count("duplicate"), 0, 0, 0, told.count("refused"), told.count("trapped"));
    }
}
