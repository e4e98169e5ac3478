package dev.serai.strategy;

/** Ending: the interaction is done. */
final class StopAction extends Action {
    @Override
    void act(Step step) {
        String reason = step.text("reason");
        step.end(new Ending.Stop(reason.isEmpty() ? "completed" : reason));
    }
}
