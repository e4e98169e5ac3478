package dev.serai.strategy;

import dev.serai.interaction.AccountName;

/** Ending of outbound interactions: to the dispatcher. */
final class SendAction extends Action {
    @Override
    void act(Step step) throws StrategyException {
        step.end(ending(step, step.text("account")));
    }

    /** @throws StrategyException for what is no outbound mail */
    static Ending ending(Step step, String account) throws StrategyException {
        String type = step.run().interaction().origin().type();
        if (!type.equals("Outbound")) {
            throw new StrategyException(
                    step.definition().place() + ": step '" + step.definition().id() + "' sends an interaction of type "
                            + type + "; only Outbound can be sent");
        }
        return new Ending.Send(account.isEmpty() ? null : AccountName.of(account));
    }
}
