package dev.serai.decision;

import java.util.concurrent.CountDownLatch;

/** Decision code that never ends by itself, not even when it is asked to. */
public final class Hanging implements DecisionCode {
    private static volatile CountDownLatch until = new CountDownLatch(1);
    private static volatile int runs;

    @Override
    public Decision decide(Interaction interaction) {
        runs++;
        CountDownLatch end = until;
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException deaf) {
                Thread.interrupted();
            }
        }
        return Decision.goOn();
    }

    /** How often it was asked. */
    public static int runs() {
        return runs;
    }

    /** Lets go of all that hang. */
    public static void release() {
        until.countDown();
        until = new CountDownLatch(1);
    }
}
