package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Fence;
import dev.serai.store.Store;
import dev.serai.threads.Endurance;
import dev.serai.threads.Pace;
import dev.serai.threads.Ticks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Drains the queue `dispatch`: each mail runs through its account's route and leaves once. */
public final class Dispatcher implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Store store;
    private final LiveExits live;
    private final SmtpSender sender;
    private final DispatchPolicy policy;
    private final AccountPauses pauses;
    private final Expiry expiry;
    private final DispatchMeters meters;
    /** They count all that has not left. */
    private final Pace metersPace = new Pace(50, Duration.ofSeconds(30));

    private final Gates gates;
    private final Settlements settlements;
    private final Feeding feeding;
    private final ScheduledExecutorService ticks = DaemonThreads.scheduled(2, "serai-dispatch");
    /** Of its own: leases must not run out because claims or closing take long. */
    private final ScheduledExecutorService leases = DaemonThreads.scheduled(1, "serai-dispatch-leases");

    /** @param live accounts and their routes, which must end in the kamelet `smtp-sink` */
    public Dispatcher(
            LiveExits live,
            Store store,
            SmtpSender sender,
            DispatchPolicy policy,
            MeterRegistry registry,
            Clock clock) {
        this.store = store;
        this.live = live;
        this.sender = sender;
        this.policy = policy;
        this.gates = new Gates(clock);
        this.pauses = new AccountPauses(store, gates::release);
        this.expiry = new Expiry(store);
        this.meters = new DispatchMeters(store, registry);
        this.settlements = new Settlements(store);
        DispatchWorker worker = new DispatchWorker(store, policy, settlements, meters);
        this.feeding = new Feeding(live, store, policy, gates, pauses, worker, ticks);
    }

    /** Starts sending, or with mode hold only watches; the routes must be running. */
    public void start() {
        pauses.refresh();
        meters.refresh();
        store.onWork(queue -> {
            if (queue.equals(QueueDefinition.DISPATCH)) {
                wake();
            }
        });
        every("sending", TICK, feeding::wake);
        every("pauses-of-sending", Duration.ofSeconds(1), pauses::refresh);
        every("meters-of-sending", Duration.ofSeconds(5), () -> metersPace.run(meters::refresh));
        every("idle-connections", Duration.ofSeconds(5), sender::closeIdle);
        every("expiry-of-sending", Duration.ofMinutes(1), this::expire);
        every("stalled-sending", policy.lease().dividedBy(4), feeding::giveStalledBack);
        every(
                "abandoned-sending",
                Duration.ofMinutes(1),
                () -> store.transact(tx -> Leftover.abandoned(tx, policy.lease())));
        ScheduledFuture<?> unused = Endurance.every(
                leases, "leases-of-sending", Duration.ZERO, policy.lease().dividedBy(4), this::renew);
    }

    /** Mode, and how it stands with every account. */
    public DispatchStatus status() {
        Generation files = live.current().generation();
        return new DispatchStatus(policy.mode(), AccountStatus.read(store, files));
    }

    /** Why nothing leaves by the account on this node, where its server or its login is to blame. */
    public Optional<Hindrance> hindrance(AccountName account) {
        return gates.hindrance(account);
    }

    /** Nothing leaves by the account until it is resumed; what is on its way comes to its end. */
    public void pause(AccountName account) {
        pauses.pause(account);
    }

    /** It goes on, and at once: a pause for a server that was away or a login that was refused is over too. */
    public void resume(AccountName account) {
        pauses.resume(account);
        gates.release(account);
        wake();
    }

    /** Stops claiming and waits, at most so long, until what is on its way has ended. */
    public void drain(Duration patience) throws InterruptedException {
        feeding.stop();
        long end = System.nanoTime() + patience.toNanos();
        while (!isQuiet() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Drains for up to 20 s. What is cut off after that is found uncertain at the next start if DATA was said. */
    @Override
    public void close() {
        try {
            drain(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Ticks.end(ticks);
        Ticks.end(leases);
        settlements.close();
        feeding.close();
        sender.close();
    }

    /** Looks for due mail now. */
    void wake() {
        feeding.wake();
    }

    /** Looks which accounts have something due, here and now. */
    void pass() {
        feeding.pass();
    }

    /** Whether nothing is on its way. */
    boolean isQuiet() {
        return feeding.inHand().isEmpty();
    }

    /** Gives up what has waited too long behind servers and logins that are in trouble. */
    void expire() {
        Generation files = live.claimThrough(Exits::generation);
        gates.closed().forEach((name, hindrance) -> {
            AccountDefinition account = files.accounts().get(name);
            if (account != null && account.enabled() && !pauses.isPaused(name)) {
                expiry.pass(name, hindrance, files);
            }
        });
    }

    private void renew() {
        List<Fence> alive = List.copyOf(feeding.inHand());
        if (!alive.isEmpty()) {
            store.writeNow(tx -> {
                tx.work().renewAll(alive, tx.now().plus(policy.lease()));
                return alive.size();
            });
        }
    }

    private void every(String work, Duration interval, Runnable task) {
        ScheduledFuture<?> unused = Endurance.every(ticks, work, Duration.ZERO, interval, task);
    }
}
