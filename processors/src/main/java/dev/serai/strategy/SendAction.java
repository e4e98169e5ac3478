package dev.serai.strategy;

import dev.serai.interaction.AccountName;

/** Ending of outbound interactions: to the dispatcher. */
final class SendAction extends Action {
    @Override
    void act(Step step) throws StrategyException {
        String type = step.run().interaction().origin().type();
        if (!type.equals("Outbound")) {
            throw new StrategyException(
                    step.definition().place() + ": step '" + step.definition().id() + "' sends an interaction of type "
                            + type + "; only Outbound can be sent");
        }
        String account = step.text("account");
        step.end(new Ending.Send(account.isEmpty() ? null : AccountName.of(account)));
    }
}
