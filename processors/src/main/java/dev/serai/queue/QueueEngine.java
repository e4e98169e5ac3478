package dev.serai.queue;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains all strategy queues: a feeder and a route `queue-<name>` for each, over one broker. */
public final class QueueEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueEngine.class);
    private static final Duration TICK = Duration.ofMillis(500);
    /** Reading a mail takes as long as it is large, and runs nobody's strategy: it may take so many deadlines. */
    private static final int OF_INTAKE = 10;

    private final CamelContext context;
    private final Store store;
    private final LiveDeciders live;
    private final Limits limits;
    private final Pauses pauses;
    private final Outages outages;
    private final Overruns overruns;
    private final InFlight inFlight;
    private final LeaseKeeper leases;
    private final Setback setback;
    private final HandOver handOver;
    private final MeterRegistry meters;
    private final Map<QueueName, Fed> fed = new ConcurrentSkipListMap<>();
    private final RunThreads runs = new RunThreads();
    private final ScheduledExecutorService threads = Ticks.named("serai-feeder", 3);
    /** Apart from feeding, so that a broker that hangs keeps no lease from being renewed. */
    private final ScheduledExecutorService caretakers = Ticks.named("serai-leases", 1);

    private volatile boolean open = true;

    /**
     * The settings of strategy work.
     *
     * @param node this process, as the owner of leases
     * @param window claimed interactions in flight per queue
     * @param consumers threads per queue
     * @param deadline how long a run may take; reading a mail at intake ten times as long
     * @param attempts tries before an interaction is put aside
     */
    public record Limits(String node, int window, int consumers, Duration lease, Duration deadline, int attempts) {}

    private record Fed(Feeder feeder, AtomicBoolean waiting) {}

    public QueueEngine(
            CamelContext context,
            Store store,
            LiveDeciders live,
            MeterRegistry meters,
            Limits limits,
            Outages outages,
            Overruns overruns,
            Clock clock) {
        this.context = context;
        this.store = store;
        this.live = live;
        this.limits = limits;
        this.meters = meters;
        this.outages = outages;
        this.overruns = overruns;
        this.pauses = new Pauses(store);
        this.inFlight = new InFlight(clock);
        this.leases = new LeaseKeeper(store, inFlight, limits.lease());
        this.setback = new Setback(store, meters, outages, limits.attempts());
        this.handOver = new HandOver(context.createProducerTemplate());
    }

    /** Lets a queue be drained, by a route of its own; nothing when it is already. */
    public synchronized void open(QueueName queue) throws Exception {
        if (fed.containsKey(queue)) {
            return;
        }
        QueueWorker worker = new QueueWorker(
                queue,
                live,
                store,
                inFlight,
                setback,
                outages,
                new Runs(queue, deadline(queue), runs, overruns, meters));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(HandOver.source(queue, limits.consumers()))
                        .routeId(route(queue))
                        .description("Takes up the work of queue " + queue)
                        .process(worker)
                        .id("work-" + queue);
            }
        });
        fed.put(
                queue,
                new Fed(
                        new Feeder(queue, store, live, inFlight, handOver, pauses, outages, overruns, limits),
                        new AtomicBoolean()));
    }

    /** Drains these queues only; what is handed over for others comes back when its lease ran out. */
    public synchronized void keepOnly(Set<QueueName> queues) throws Exception {
        for (QueueName queue : List.copyOf(fed.keySet())) {
            if (!queues.contains(queue)) {
                fed.remove(queue);
                context.getRouteController().stopRoute(route(queue));
                context.removeRoute(route(queue));
                context.removeEndpoints(HandOver.endpoints(queue));
            }
        }
    }

    private Duration deadline(QueueName queue) {
        return queue.equals(QueueDefinition.INTAKE) ? limits.deadline().multipliedBy(OF_INTAKE) : limits.deadline();
    }

    private static String route(QueueName queue) {
        return "queue-" + queue;
    }

    /** Starts feeding; the routes must be running. */
    public void start() {
        pauses.refresh();
        store.onWork(this::wake);
        every(threads, "feeding", TICK, () -> fed.keySet().forEach(this::wake));
        every(caretakers, "pauses-of-queues", Duration.ofSeconds(1), pauses::refresh);
        every(caretakers, "leases-of-runs", limits.lease().dividedBy(4), leases::pass);
    }

    /**
     * Stops claiming, waits at most so long until what runs here has ended, and gives back what never ran. What still
     * runs then is left behind: its lease runs out.
     */
    public void drain(Duration patience) throws InterruptedException {
        open = false;
        long end = System.nanoTime() + patience.toNanos();
        while (!inFlight.running().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        runs.leaveAll();
        leases.giveBack(Duration.ZERO);
    }

    private void wake(QueueName queue) {
        Fed one = fed.get(queue);
        if (one != null && open && one.waiting().compareAndSet(false, true)) {
            threads.execute(() -> feed(one));
        }
    }

    private void feed(Fed one) {
        one.waiting().set(false);
        try {
            while (open && one.feeder().feed()) {
                LOG.trace("more work queue={}", one.feeder().queue());
            }
        } catch (StoreException.Unavailable away) {
            LOG.warn(
                    "the database is away, feeding pauses queue={}",
                    one.feeder().queue());
        } catch (RuntimeException failure) {
            LOG.error("feeding failed, it is tried again queue={}", one.feeder().queue(), failure);
        }
    }

    private static void every(ScheduledExecutorService executor, String work, Duration interval, Runnable task) {
        ScheduledFuture<?> unused = Endurance.every(executor, work, Duration.ZERO, interval, task);
    }

    @Override
    public void close() {
        open = false;
        Ticks.end(threads);
        Ticks.end(caretakers);
        runs.close();
    }
}
