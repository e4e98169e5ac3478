package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Fence;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import dev.serai.window.CrashWindow;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains the queue `dispatch`: each mail runs through its account's route and leaves once. */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Looking for due accounts takes one part in so many of the time, while much is handed over. */
    private static final int PART_OF_TIME = 50;

    private final Store store;
    private final LiveExits live;
    private final SmtpSender sender;
    private final DispatchPolicy policy;
    private final Claims claims;
    private final AccountPauses pauses;
    private final Expiry expiry;
    private final DispatchMeters meters;
    private final Gates gates;
    private final Settlements settlements;
    private final Sending sending;
    private final Map<AccountName, AccountQueue> queues = new ConcurrentHashMap<>();
    private final Set<AccountName> wanting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService ticks = DaemonThreads.scheduled(2, "serai-dispatch");
    /** Of its own: leases must not run out because claims or closing take long. */
    private final ScheduledExecutorService leases = DaemonThreads.scheduled(1, "serai-dispatch-leases");

    private volatile long nextLook = System.nanoTime();
    private volatile boolean open = true;

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
        this.claims = new Claims(policy);
        this.expiry = new Expiry(store);
        this.meters = new DispatchMeters(store, registry);
        this.settlements = new Settlements(store);
        this.sending = new Sending(store, new DispatchWorker(store, policy, settlements, meters), this::want);
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
        every("sending", TICK, this::wake);
        every("pauses-of-sending", Duration.ofSeconds(1), pauses::refresh);
        every("meters-of-sending", Duration.ofSeconds(5), meters::refresh);
        every("idle-connections", Duration.ofSeconds(5), sender::closeIdle);
        every("expiry-of-sending", Duration.ofMinutes(1), this::expire);
        every("stalled-sending", policy.lease().dividedBy(4), this::giveStalledBack);
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
        open = false;
        long end = System.nanoTime() + patience.toNanos();
        queues.values().forEach(queue -> sending.giveBack(queue.stranded()));
        while (!sending.inHand().isEmpty() && System.nanoTime() < end) {
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
        sending.close();
        sender.close();
    }

    /** Looks for due mail now. */
    void wake() {
        if (open && policy.mode() != DispatchMode.HOLD && waiting.compareAndSet(false, true)) {
            ScheduledFuture<?> unused =
                    ticks.schedule(this::pass, Math.max(0, nextLook - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    /** Whether nothing is on its way. */
    boolean isQuiet() {
        return sending.inHand().isEmpty();
    }

    /** Looks which accounts have something due and hands it to the senders: the longer that takes, the more seldom. */
    void pass() {
        waiting.set(false);
        guarded(() -> {
            long begin = System.nanoTime();
            List<AccountName> due = due();
            long took = System.nanoTime() - begin;
            nextLook = begin + took + Math.min(TICK.toNanos(), PART_OF_TIME * took);
            due.forEach(name -> guarded(() -> feed(name)));
        });
    }

    /** Asked for are only those by which something may leave now. */
    private List<AccountName> due() {
        List<AccountName> open = live.current().generation().accounts().values().stream()
                .filter(account -> mayLeaveBy(account) && room(account, queue(account.name())) > 0)
                .map(AccountDefinition::name)
                .toList();
        return open.isEmpty() ? List.of() : store.read(tx -> tx.work().due(QueueDefinition.DISPATCH, open));
    }

    /** An account that sends may claim more. */
    private void want(AccountName name) {
        if (open && wanting.add(name)) {
            ticks.execute(() -> {
                wanting.remove(name);
                guarded(() -> feed(name));
            });
        }
    }

    private static void guarded(Runnable claiming) {
        try {
            claiming.run();
        } catch (StoreException.Unavailable away) {
            LOG.warn("the database is away, sending pauses");
        } catch (RuntimeException failure) {
            LOG.error("claiming mail to send failed, it is tried again", failure);
        }
    }

    private synchronized void feed(AccountName name) {
        AccountQueue queue = queue(name);
        List<Leaving> claimed = live.claimThrough(exits -> claim(exits, name, queue));
        if (!claimed.isEmpty()) {
            CrashWindow.DISPATCH_CLAIMED.pass();
            sending.take(queue, claimed);
        }
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

    private boolean mayLeave(Leaving one) {
        return open && !pauses.isPaused(one.account()) && one.exits() == live.current();
    }

    private List<Leaving> claim(Exits exits, AccountName name, AccountQueue queue) {
        AccountDefinition account = exits.generation().accounts().get(name);
        if (account == null || !mayLeaveBy(account)) {
            return List.of();
        }
        int room = room(account, queue);
        if (room <= 0) {
            return List.of();
        }
        List<Leaving> claimed = store.transact(tx -> claims.claim(tx, name, room, exits.generation())).stream()
                .map(one -> new Leaving(one, exits))
                .toList();
        // while they are live for certain
        claimed.forEach(one -> exits.begin());
        return claimed;
    }

    private AccountQueue queue(AccountName name) {
        return queues.computeIfAbsent(name, key -> new AccountQueue(gates, this::mayLeave));
    }

    private boolean mayLeaveBy(AccountDefinition account) {
        return account.enabled() && !pauses.isPaused(account.name()) && open;
    }

    private int room(AccountDefinition account, AccountQueue queue) {
        return queue.room(account, free(AccountQueue::underWay), free(AccountQueue::waiting));
    }

    /** What is under way has a window of its own: mail that is claimed ahead at an account keeps no other from sending. */
    private int free(ToIntFunction<AccountQueue> taken) {
        return policy.window() - queues.values().stream().mapToInt(taken).sum();
    }

    /** A server that says nothing keeps what it has begun; the rest is free for other nodes, and for this one later. */
    private void giveStalledBack() {
        queues.values()
                .forEach(queue -> sending.giveBack(queue.stalled(policy.lease().dividedBy(2))));
    }

    private void renew() {
        List<Fence> alive = List.copyOf(sending.inHand());
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
