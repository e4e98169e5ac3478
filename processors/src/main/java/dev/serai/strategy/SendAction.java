package dev.serai.strategy;

import dev.serai.interaction.AccountName;
import dev.serai.store.OutboundRow.Approval;
import org.jspecify.annotations.Nullable;

/** Ending of outbound interactions: to the dispatcher. */
final class SendAction extends Action {
    @Override
    void act(Step step) throws StrategyException {
        step.end(ending(step, step.text("account")));
    }

    /** @throws StrategyException for what is no outbound mail, or none of the hub's own */
    static Ending ending(Step step, String account) throws StrategyException {
        String type = step.run().interaction().origin().type();
        if (!type.equals("Outbound")) {
            throw new StrategyException(
                    step.definition().place() + ": step '" + step.definition().id() + "' sends an interaction of type "
                            + type + "; only Outbound can be sent");
        }
        Written written = step.run().written();
        if (written == null) {
            throw new StrategyException(
                    step.definition().place() + ": step '" + step.definition().id()
                            + "' sends an interaction that the hub did not compose: it was submitted as Outbound; only"
                            + " what the hub composed itself leaves");
        }
        requireApproved(step, written.approval(), account);
        return new Ending.Send(account.isEmpty() ? null : AccountName.of(account));
    }

    /** Who approved it saw by which account it would leave. */
    private static void requireApproved(Step step, @Nullable Approval approval, String account)
            throws StrategyException {
        if (approval != null && !account.isEmpty() && !approval.account().equals(account)) {
            throw new StrategyException(
                    step.definition().place() + ": step '" + step.definition().id() + "' sends by account '" + account
                            + "' what was approved for account '" + approval.account() + "'");
        }
    }
}
