package dev.serai.strategy;

/** Attaches a value to the user data. */
final class AttachAction extends Action {
    @Override
    void act(Step step) {
        String key = step.definition().get("key");
        String value = step.text("value");
        step.run().attach(key, value);
        step.did("attached " + key + " = " + value);
    }
}
