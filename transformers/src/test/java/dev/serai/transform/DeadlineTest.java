package dev.serai.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final MailMessage mail = MailMessage.builder().subject("s").build();

    @Test
    void overrunShouldBeInterruptedAndFailByItsAction() {
        CountDownLatch interrupted = new CountDownLatch(1);
        ChainResult result = run((message, context) -> {
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
            return TransformResult.unchanged();
        });
        assertThat(result.stop()).isNotNull();
        assertThat(result.stop().reason()).isEqualTo("slow failed: it took longer than its deadline of 50ms");
        await().until(() -> interrupted.getCount() == 0);
    }

    @Test
    void runsThatIgnoreTheirInterruptShouldNotGrowInNumber() {
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicInteger begun = new AtomicInteger();
        TransformerChain chain = chain((message, context) -> {
            begun.incrementAndGet();
            while (goOn.get()) {
                Thread.onSpinWait();
            }
            return TransformResult.unchanged();
        });
        for (int i = 0; i < Lane.STRAYS + 3; i++) {
            assertThat(chain.run(mail, context()).stop()).isNotNull();
        }
        assertThat(begun.get()).isEqualTo(Lane.STRAYS);
        assertThat(chain.run(mail, context()).stop().reason()).contains("4 runs of it hang since their deadline");
        goOn.set(false);
        await().until(() -> chain.run(mail, context()).stop() == null);
    }

    @Test
    void readThatIsUnderWayShouldEndBeforeTheInterruptAndBeTheLast() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AtomicBoolean hurt = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        RawSource store = new RawSource() {
            @Override
            public long size() {
                return 1 << 20;
            }

            @Override
            public InputStream open(long from, long length) {
                return new InputStream() {
                    @Override
                    public int read() {
                        reads.incrementAndGet();
                        over.countDown();
                        long end = System.nanoTime() + 4 * SHORT.toNanos();
                        while (System.nanoTime() < end) {
                            hurt.compareAndSet(false, Thread.currentThread().isInterrupted());
                        }
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        return read() < 0 ? -1 : 1;
                    }
                };
            }
        };
        CountDownLatch ended = new CountDownLatch(1);
        chain((message, context) -> {
                    try (InputStream in = context.raw().open()) {
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    } finally {
                        ended.countDown();
                    }
                    return TransformResult.unchanged();
                })
                .run(mail, new TransformContext(new WatchedSource(store), new MimeReader()));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hurt).isFalse();
        assertThat(reads).hasValue(1);
    }

    @Test
    void interruptedCallerShouldSayThatTheMailIsToBeTriedAgain() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run((message, context) -> {
                    TimeUnit.SECONDS.sleep(1);
                    return TransformResult.unchanged();
                }))
                .isInstanceOf(ChainInterrupted.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void chainShouldNotTakeLongerThanItsTimeWhateverTheDeadlines() {
        Transformer slow = (message, context) -> {
            TimeUnit.MINUTES.sleep(1);
            return TransformResult.unchanged();
        };
        TransformerStep step = new TransformerStep("slow", slow, FailureAction.BYPASS, Duration.ofMinutes(1), null);
        long begin = System.nanoTime();
        ChainResult result = new TransformerChain(List.of(step, step), SHORT, ChainListener.NONE).run(mail, context());
        assertThat(result.outcomes()).extracting(TransformerOutcome::result).containsExactly("failed", "failed");
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(10));
    }

    private ChainResult run(Transformer transformer) {
        return chain(transformer).run(mail, context());
    }

    private static TransformerChain chain(Transformer transformer) {
        return new TransformerChain(
                List.of(new TransformerStep("slow", transformer, FailureAction.QUARANTINE, SHORT, null)));
    }

    private static TransformContext context() {
        return new TransformContext(RawSource.of(new byte[0]), new MimeReader());
    }
}
