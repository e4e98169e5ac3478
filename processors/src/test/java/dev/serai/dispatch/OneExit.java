package dev.serai.dispatch;

import dev.serai.files.Generation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/** One set of files that is live, and stays so unless the next one is made live; it counts the mail that it has in hand. */
final class OneExit implements LiveExits, Exits {
    private final Generation generation;
    private final CamelContext context;
    private final ProducerTemplate producer;
    private final AtomicInteger inHand = new AtomicInteger();
    private final AtomicInteger begunLate = new AtomicInteger();
    private final ThreadLocal<Boolean> ran = ThreadLocal.withInitial(() -> false);
    private final ThreadLocal<Boolean> claiming = ThreadLocal.withInitial(() -> false);
    private volatile Exits live = this;
    private volatile Runnable beforeClaims = () -> {};
    private volatile @Nullable Error broken;

    OneExit(Generation generation, CamelContext context) {
        this.generation = generation;
        this.context = context;
        this.producer = context.createProducerTemplate();
    }

    /** Other files over the same routes. */
    void next(Generation files) {
        live = new OneExit(files, context);
    }

    /** How many mails began and have not ended. */
    int inHand() {
        return inHand.get();
    }

    /** How many began when the claim was over, so that the files may have been live no more. */
    int begunLate() {
        return begunLate.get();
    }

    /** To be done before each claim, by whoever wants to claim. */
    void beforeClaims(Runnable action) {
        beforeClaims = action;
    }

    /** The next mail's thread dies of it, behind its route. */
    void breakOnce(Error failure) {
        broken = failure;
    }

    @Override
    public Exits current() {
        return live;
    }

    @Override
    public <T> T claimThrough(Function<Exits, T> claim) {
        beforeClaims.run();
        claiming.set(true);
        try {
            return claim.apply(live);
        } finally {
            claiming.set(false);
        }
    }

    @Override
    public Generation generation() {
        Error failure = broken;
        if (failure != null && ran.get()) {
            broken = null;
            throw failure;
        }
        return generation;
    }

    @Override
    public Exchange run(String uri, Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        producer.send(uri, exchange);
        ran.set(true);
        return exchange;
    }

    @Override
    public void begin() {
        inHand.incrementAndGet();
        if (!claiming.get()) {
            begunLate.incrementAndGet();
        }
    }

    @Override
    public void end() {
        inHand.decrementAndGet();
    }
}
