package dev.serai.dispatch;

import dev.serai.dispatch.AccountQueue.Begun;
import dev.serai.dispatch.DispatchWorker.Try;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Fence;
import dev.serai.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends claimed mail: one thread for each connection, each mail after the one before. The next is begun while what became
 * of the one before is being written, and DATA is not said before that is durable: a kill leaves at most one mail a
 * connection of which nobody knows.
 */
final class Sending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Store store;
    private final DispatchWorker worker;
    private final Consumer<AccountName> wanting;
    private final Set<Fence> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = DaemonThreads.asNeeded("serai-smtp");

    /** @param wanting is told when an account may claim more */
    Sending(Store store, DispatchWorker worker, Consumer<AccountName> wanting) {
        this.store = store;
        this.worker = worker;
        this.wanting = wanting;
    }

    /** What is claimed and not settled: its leases are to be renewed. */
    Set<Fence> inHand() {
        return inHand;
    }

    /** Takes claimed mail over, of which its exits know, and sends as much at once as the account's gate lets through. */
    void take(AccountQueue queue, List<Leaving> claimed) {
        claimed.forEach(one -> inHand.add(one.fence()));
        queue.add(claimed);
        for (Optional<Begun> next = queue.begin(); next.isPresent(); next = queue.begin()) {
            Begun first = next.get();
            threads.execute(() -> oneAfterTheOther(queue, first));
        }
        giveBack(queue.stranded());
    }

    /** Gives back what must not begin any more. */
    void giveBack(List<Leaving> stranded) {
        if (stranded.isEmpty()) {
            return;
        }
        try {
            store.writeNow(tx -> {
                Claims.giveBack(tx, stranded.stream().map(Leaving::claimed).toList());
                return stranded.size();
            });
        } catch (RuntimeException away) {
            LOG.warn(
                    "claimed mail could not be given back, its leases will run out mails={} reason={}",
                    stranded.size(),
                    Words.of(away));
        }
        stranded.forEach(one -> {
            one.exits().end();
            inHand.remove(one.fence());
        });
    }

    private void oneAfterTheOther(AccountQueue queue, Begun first) {
        CompletableFuture<?> before = queue.latest();
        for (Optional<Begun> next = Optional.of(first); next.isPresent(); next = queue.begin()) {
            before = send(queue, next.get(), before);
            if (queue.isLow()) {
                wanting.accept(first.mail().account());
            }
        }
        queue.rest(before);
        giveBack(queue.stranded());
        wanting.accept(first.mail().account());
    }

    private CompletableFuture<?> send(AccountQueue queue, Begun begun, CompletableFuture<?> before) {
        Leaving one = begun.mail();
        SendResult result = new SendResult.TakenAway();
        CompletableFuture<?> settled = null;
        try {
            Try done = worker.send(one, before);
            result = done.result();
            settled = done.settled().handle((state, failure) -> inHand.remove(one.fence()));
            if (result instanceof SendResult.StoreAway) {
                // the next could not be recorded either
                settled.join();
            }
            return done.settled();
        } catch (RuntimeException | Error failure) {
            LOG.error(
                    "a try broke off, its lease will run out id={}", one.fence().id(), failure);
            return before;
        } finally {
            if (settled == null) {
                inHand.remove(one.fence());
            }
            one.exits().end();
            queue.ended(begun, result);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
