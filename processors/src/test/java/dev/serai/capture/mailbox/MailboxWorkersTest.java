package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The lanes on real threads. */
class MailboxWorkersTest {
    @Test
    void threadsShouldBeReused() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger looks = new AtomicInteger();
        try (MailboxWorkers workers = new MailboxWorkers(4)) {
            for (int i = 0; i < 300; i++) {
                workers.offer(new Turn("host", false, () -> {
                    threads.add(Thread.currentThread().getName());
                    looks.incrementAndGet();
                }));
            }
            await().until(() -> looks.get() == 300);
        }
        assertThat(threads).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void hangingLooksShouldLeaveRoomForOthersOfTheirHost() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger healthy = new AtomicInteger();
        try (MailboxWorkers workers = new MailboxWorkers(4)) {
            for (int i = 0; i < 4; i++) {
                workers.offer(new Turn("host", false, () -> uninterrupted(release)));
            }
            workers.offer(new Turn("host", false, healthy::incrementAndGet));
            workers.offer(new Turn("another", false, healthy::incrementAndGet));

            await().until(() -> healthy.get() == 2);
            release.countDown();
        }
    }

    @Test
    void lookThatThrowsShouldTakeNoPlace() {
        AtomicInteger healthy = new AtomicInteger();
        try (MailboxWorkers workers = new MailboxWorkers(1)) {
            for (int i = 0; i < 3; i++) {
                workers.offer(new Turn("host", false, () -> {
                    throw new IllegalStateException("the test's");
                }));
            }
            workers.offer(new Turn("host", false, healthy::incrementAndGet));

            await().until(() -> healthy.get() == 1);
        }
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
