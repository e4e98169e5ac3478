package dev.serai.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that submit so many interactions a second; one in twenty wants an answer. */
final class Load implements AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final int ASKS = 20;

    private final HubCalls calls;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final AtomicInteger sent = new AtomicInteger();
    private final Set<String> submitted = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> ticking;

    Load(HubCalls calls, int perSecond) {
        this.calls = calls;
        this.ticking = clock.scheduleAtFixedRate(this::submit, 0, 1_000_000_000L / perSecond, TimeUnit.NANOSECONDS);
    }

    private void submit() {
        if (!room.tryAcquire()) {
            return;
        }
        int number = sent.getAndIncrement();
        String subject = number % ASKS == 0 ? "hello, answer me" : "hello";
        calls.posted(
                        "/api/v1/interactions",
                        ("{'externalId': 'storm-%d', 'queue': 'inbound', 'subject': '%s', 'text': 'hello',"
                                        + " 'from': {'address': 'jo@customer-%d.example'}}")
                                .formatted(number, subject, number))
                .whenComplete((answer, failure) -> {
                    room.release();
                    if (failure == null && answer.status() == 201) {
                        submitted.add(answer.json().at("/id").asText());
                    } else {
                        failures.add(failure == null ? answer.json().toString() : failure.toString());
                    }
                });
    }

    /** Stops submitting and waits for the last answers; yields how many were submitted. */
    int end() throws InterruptedException {
        ticking.cancel(false);
        room.acquire(AT_ONCE);
        room.release(AT_ONCE);
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " failed, such as " + failures.peek());
        }
        return submitted.size();
    }

    List<String> submitted() {
        return List.copyOf(submitted);
    }

    /** How many want an answer. */
    int asked() {
        return (sent.get() + ASKS - 1) / ASKS;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
