package dev.serai.live;

import dev.serai.chain.Chains;
import dev.serai.dispatch.Exits;
import dev.serai.files.Generation;
import dev.serai.interaction.QueueName;
import dev.serai.queue.Deciders;
import dev.serai.queue.QueueStep;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.StrategyRunner;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;

/**
 * One generation at work: everything compiled from its files, and the Camel context that its strategies and accounts run
 * in. It is open from its making until it was replaced and the last work that was claimed under it has ended.
 */
public final class Live implements Deciders, Exits, AutoCloseable {
    private final Playbook playbook;
    private final Chains chains;
    private final Map<QueueName, QueueStep> steps;
    private final LiveContext context;
    private final StrategyRunner runner;
    /** What is in hand, and one for being live or about to be. */
    private final AtomicInteger inHand = new AtomicInteger(1);

    private final CompletableFuture<Void> idle = new CompletableFuture<>();

    Live(
            Playbook playbook,
            Chains chains,
            Map<QueueName, QueueStep> steps,
            LiveContext context,
            StrategyRunner runner) {
        this.playbook = playbook;
        this.chains = chains;
        this.steps = Map.copyOf(steps);
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Generation generation() {
        return playbook.generation();
    }

    /** What its strategies decide by. */
    public Playbook playbook() {
        return playbook;
    }

    /** Its transformers. */
    public Chains chains() {
        return chains;
    }

    /** Where its strategies and accounts run. */
    public LiveContext context() {
        return context;
    }

    /** The queues that it drains. */
    public Set<QueueName> queues() {
        return steps.keySet();
    }

    @Override
    public Optional<QueueStep> step(QueueName queue) {
        return Optional.ofNullable(steps.get(queue));
    }

    @Override
    public Exchange run(String uri, Object body) {
        return context.run(uri, body);
    }

    @Override
    public void begin() {
        inHand.incrementAndGet();
    }

    @Override
    public void end() {
        if (inHand.decrementAndGet() == 0) {
            idle.complete(null);
        }
    }

    /** It is live no longer; yields when nothing of it is in hand. To be called once. */
    CompletableFuture<Void> retired() {
        end();
        return idle;
    }

    /** Ends runs that are still under way; they fail, and are tried again by the files that are live then. */
    @Override
    public void close() {
        runner.close();
        context.close();
    }
}
