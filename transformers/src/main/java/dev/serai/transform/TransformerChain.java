package dev.serai.transform;

import dev.serai.message.MailMessage;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.TransformResult.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Runs transformers one after the other, in the order of the configuration. Safe for several threads. */
public final class TransformerChain {
    private final List<TransformerStep> steps;

    public TransformerChain(List<TransformerStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Runs all of them. It ends early when one fails: with the mail wrapped when the action is wrap, with a reason to
     * stop when it is retry or quarantine.
     *
     * @throws UncheckedIOException only when the raw mail cannot be read
     */
    public ChainResult run(MailMessage message, TransformContext context) {
        List<TransformerOutcome> outcomes = new ArrayList<>();
        MailMessage current = message;
        for (TransformerStep step : steps) {
            TransformResult result = runOne(step, current, context);
            outcomes.add(outcome(step, result));
            if (result instanceof Changed changed) {
                current = changed.message();
            } else if (result instanceof Failed failed && failed.action() != FailureAction.BYPASS) {
                return ended(current, outcomes, failed, context);
            }
        }
        return new ChainResult(current, outcomes, null);
    }

    private static ChainResult ended(
            MailMessage current, List<TransformerOutcome> outcomes, Failed failed, TransformContext context) {
        if (failed.action() != FailureAction.WRAP) {
            return new ChainResult(current, outcomes, failed);
        }
        try {
            return new ChainResult(context.reader().wrap(context.raw(), failed.reason()), outcomes, null);
        } catch (IOException e) {
            throw new UncheckedIOException("The raw mail could not be read for its wrapper.", e);
        }
    }

    private static TransformResult runOne(TransformerStep step, MailMessage message, TransformContext context) {
        try {
            return step.transformer().transform(message, context);
        } catch (Exception | StackOverflowError e) {
            return TransformResult.failed(step.name() + " failed: " + e, step.onFailure());
        }
    }

    private static TransformerOutcome outcome(TransformerStep step, TransformResult result) {
        if (result instanceof Changed changed) {
            return new TransformerOutcome(step.name(), "changed", changed.reason());
        }
        if (result instanceof Failed failed) {
            return new TransformerOutcome(step.name(), "failed", failed.reason());
        }
        return new TransformerOutcome(step.name(), "unchanged", "");
    }
}
