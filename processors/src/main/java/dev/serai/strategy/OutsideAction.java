package dev.serai.strategy;

import dev.serai.dependency.BreakerPolicy;
import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.Unavailable;
import dev.serai.files.StepDefinition;
import dev.serai.files.Units;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A step that asks outside. Afterwards the variable `found` says whether there is an answer with something in it, `away`
 * whether the fallback stands in for one.
 *
 * @param <A> an answer
 */
abstract class OutsideAction<A> extends Action {
    static final String FOUND = "found";
    static final String AWAY = "away";

    @Override
    final void act(Step step) throws StrategyException {
        try {
            A answer = ask(step);
            step.exchange().setVariable(AWAY, false);
            answered(step, answer);
        } catch (Unavailable away) {
            otherwise(step, said(away), away);
        } catch (Refused refused) {
            otherwise(step, said(refused), refused);
        } catch (Outside.NotAsked dry) {
            otherwise(step, "not asked in a dry run", dry);
        } catch (IllegalArgumentException wrong) {
            throw new StrategyException(failed(step, said(wrong)), wrong);
        }
    }

    abstract A ask(Step step) throws Unavailable, Refused, Outside.NotAsked, StrategyException;

    abstract void answered(Step step, A answer) throws Refused;

    /** Under which key a value of the fallback is attached. */
    abstract String key(Step step, String name);

    private void otherwise(Step step, String why, Exception cause) throws StrategyException {
        Optional<Map<String, String>> fallback = Fallback.of(step.definition());
        if (fallback.isEmpty()) {
            throw new StrategyException(failed(step, said(cause)), cause);
        }
        step.exchange().setVariable(FOUND, false);
        step.exchange().setVariable(AWAY, true);
        StringJoiner told = new StringJoiner(", ");
        fallback.get().forEach((name, text) -> {
            Object value = Scalars.of(step.value(text));
            step.run().attach(key(step, name), value);
            told.add(key(step, name) + " = " + value);
        });
        step.did(why + "; fallback" + (told.length() == 0 ? "" : ": " + told));
    }

    private static String failed(Step step, String why) {
        return step.definition().place() + ": step '" + step.definition().id() + "': " + why;
    }

    private static String said(Exception cause) {
        return String.valueOf(cause.getMessage());
    }

    static Duration deadline(StepDefinition step) {
        return Units.duration(step.get("deadline"));
    }

    static BreakerPolicy breaker(StepDefinition step) {
        return new BreakerPolicy(
                Integer.parseInt(step.get("breakerFailures").strip()), Units.duration(step.get("breakerPause")));
    }
}
