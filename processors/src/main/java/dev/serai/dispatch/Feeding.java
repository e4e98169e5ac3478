package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Fence;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.window.CrashWindow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims due mail of accounts, no more than can leave, and hands it to the senders. */
final class Feeding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);
    private static final Duration MOST_PAUSE = Duration.ofMillis(500);
    /** Looking for due accounts takes one part in so many of the time, while much is handed over. */
    private static final int PART_OF_TIME = 50;

    private final LiveExits live;
    private final Store store;
    private final DispatchPolicy policy;
    private final Claims claims;
    private final Gates gates;
    private final AccountPauses pauses;
    private final Sending sending;
    private final ScheduledExecutorService ticks;
    private final Map<AccountName, AccountQueue> queues = new ConcurrentHashMap<>();
    private final Set<AccountName> wanting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long nextLook = System.nanoTime();
    private volatile boolean open = true;

    /** @param ticks on which it claims */
    Feeding(
            LiveExits live,
            Store store,
            DispatchPolicy policy,
            Gates gates,
            AccountPauses pauses,
            DispatchWorker worker,
            ScheduledExecutorService ticks) {
        this.live = live;
        this.store = store;
        this.policy = policy;
        this.claims = new Claims(policy);
        this.gates = gates;
        this.pauses = pauses;
        this.ticks = ticks;
        this.sending = new Sending(store, worker, this::want);
    }

    /** What is claimed and not settled: its leases are to be renewed. */
    Set<Fence> inHand() {
        return sending.inHand();
    }

    /** Looks for due mail now. */
    void wake() {
        if (open && policy.mode() != DispatchMode.HOLD && waiting.compareAndSet(false, true)) {
            ScheduledFuture<?> unused =
                    ticks.schedule(this::pass, Math.max(0, nextLook - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    /** Looks which accounts have something due and hands it to the senders: the longer that takes, the more seldom. */
    void pass() {
        waiting.set(false);
        guarded(() -> {
            long begin = System.nanoTime();
            List<AccountName> due = due();
            long took = System.nanoTime() - begin;
            nextLook = begin + took + Math.min(MOST_PAUSE.toNanos(), PART_OF_TIME * took);
            due.forEach(name -> guarded(() -> feed(name)));
        });
    }

    /** Asked for are only those by which something may leave now. */
    private List<AccountName> due() {
        Window now = window();
        List<AccountName> open = live.current().generation().accounts().values().stream()
                .filter(account -> mayLeaveBy(account) && now.room(account, queue(account.name())) > 0)
                .map(AccountDefinition::name)
                .toList();
        return open.isEmpty() ? List.of() : store.read(tx -> tx.leavingWork().due(QueueDefinition.DISPATCH, open));
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

    private List<Leaving> claim(Exits exits, AccountName name, AccountQueue queue) {
        AccountDefinition account = exits.generation().accounts().get(name);
        if (account == null || !mayLeaveBy(account)) {
            return List.of();
        }
        int room = window().room(account, queue);
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

    private boolean mayLeave(Leaving one) {
        return open && !pauses.isPaused(one.account()) && one.exits() == live.current();
    }

    private boolean mayLeaveBy(AccountDefinition account) {
        return account.enabled() && !pauses.isPaused(account.name()) && open;
    }

    private AccountQueue queue(AccountName name) {
        return queues.computeIfAbsent(name, key -> new AccountQueue(gates, this::mayLeave));
    }

    private Window window() {
        return new Window(free(AccountQueue::underWay), free(AccountQueue::waiting));
    }

    /** What is under way has a window of its own: mail that is claimed ahead at an account keeps no other from sending. */
    private record Window(int underWay, int ahead) {
        /** How many mails of an account may be claimed. */
        int room(AccountDefinition account, AccountQueue queue) {
            return queue.room(account, underWay, ahead);
        }
    }

    private int free(ToIntFunction<AccountQueue> taken) {
        return policy.window() - queues.values().stream().mapToInt(taken).sum();
    }

    /** A server that says nothing keeps what it has begun; the rest is free for other nodes, and for this one later. */
    void giveStalledBack() {
        queues.values()
                .forEach(queue -> sending.giveBack(queue.stalled(policy.lease().dividedBy(2))));
    }

    /** Claims no more, and gives back what was not begun. */
    void stop() {
        open = false;
        queues.values().forEach(queue -> sending.giveBack(queue.stranded()));
    }

    @Override
    public void close() {
        sending.close();
    }
}
