package dev.serai.strategy;

import dev.serai.files.StepDefinition;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Language;

/**
 * The Java behind an action kamelet: finds the run and the step that calls it, with its parameters exactly as written, and
 * appends to the decision. It writes nothing.
 */
abstract class Action implements Processor {
    /** The exchange property by which a kamelet tells which step it is. */
    static final String STEP = "SeraiStep";

    @Override
    public final void process(Exchange exchange) throws StrategyException {
        StrategyRun run = exchange.getProperty(StrategyRun.PROPERTY, StrategyRun.class);
        String key = exchange.getProperty(STEP, String.class);
        if (run == null || key == null) {
            throw new StrategyException("an action kamelet works in strategies only; this route is none");
        }
        StepDefinition step = run.playbook().generation().step(key);
        act(new Step(run, step, exchange));
    }

    abstract void act(Step step) throws StrategyException;

    /** The step at work: its run, its definition, and the exchange for Simple expressions. */
    record Step(StrategyRun run, StepDefinition definition, Exchange exchange) {

        void did(String effect) {
            run.did(definition, effect);
        }

        void end(Ending ending) {
            did(ending.word());
            run.end(ending);
        }

        /** A text parameter with its Simple expressions evaluated; empty where it is not given. */
        String text(String name) {
            String written = definition.find(name).orElse("");
            return filled(written);
        }

        /** A text with its Simple expressions evaluated. */
        String filled(String written) {
            return written.contains("${") ? simple(written) : written;
        }

        /** The same with its type where it is one expression and nothing else. */
        Object value(String written) {
            if (!written.contains("${")) {
                return written;
            }
            Object value = language().createExpression(written).evaluate(exchange, Object.class);
            return value == null ? "" : value;
        }

        String simple(String expression) {
            return value(expression).toString();
        }

        /** Whether a Simple predicate holds. */
        boolean holds(String predicate) {
            return language().createPredicate(predicate).matches(exchange);
        }

        private Language language() {
            return exchange.getContext().resolveLanguage("simple");
        }
    }
}
