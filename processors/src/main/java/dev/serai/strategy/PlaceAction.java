package dev.serai.strategy;

/** Ending: the interaction waits in a queue. */
final class PlaceAction extends Action {
    @Override
    void act(Step step) throws StrategyException {
        String priority = step.text("priority");
        if (!priority.isEmpty()) {
            step.run().priority(Numbers.whole(step, "priority", priority));
        }
        String reason = step.text("reason");
        step.end(new Ending.Place(Queues.declared(step, "places"), reason.isEmpty() ? null : reason));
    }
}
