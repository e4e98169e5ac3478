package dev.serai.strategy;

/** Whole numbers in parameters. */
final class Numbers {
    private Numbers() {}

    static int whole(Action.Step step, String name, String text) throws StrategyException {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new StrategyException(step.definition().place() + ": step '"
                    + step.definition().id() + "': " + name + " is '" + text + "', expected a whole number");
        }
    }
}
