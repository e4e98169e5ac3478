package dev.serai.strategy;

/** Sets or raises the priority. */
final class PriorityAction extends Action {
    @Override
    void act(Step step) throws StrategyException {
        String set = step.text("priority");
        String raise = step.text("raise");
        if (!set.isEmpty()) {
            step.run().priority(Numbers.whole(step, "priority", set));
        }
        if (!raise.isEmpty()) {
            step.run().priority(step.run().priority() + Numbers.whole(step, "raise", raise));
        }
        step.did("priority " + step.run().priority());
    }
}
