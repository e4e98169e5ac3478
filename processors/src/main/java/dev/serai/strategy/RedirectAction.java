package dev.serai.strategy;

import dev.serai.interaction.Content;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import dev.serai.strategy.Suppression.Why;
import java.util.List;
import java.util.Optional;

/** Ending: the mail is sent again as it is, so that answers go to who wrote it; the interaction is done. */
final class RedirectAction extends Action {
    @Override
    void act(Step step) throws StrategyException {
        List<Party> to = Recipients.of(step);
        Optional<Why> forbidden = PassedOnRule.againstRedirect(step.run());
        for (Party party : to) {
            forbidden = forbidden.or(() -> PassedOnRule.againstAddress(step.run(), party));
        }
        if (forbidden.isPresent()) {
            throw new StrategyException(step.definition().place() + ": step '"
                    + step.definition().id() + "' cannot redirect: "
                    + forbidden.get().sentence());
        }
        step.run().reply(draft(step.run().interaction().content(), to));
        step.end(new Ending.Redirect(to.stream().map(Party::address).toList()));
    }

    private static OutboundDraft draft(Content content, List<Party> to) {
        return new OutboundDraft(
                Kind.REDIRECT,
                to,
                List.of(),
                List.of(),
                PassedOnSubject.of("", content.subject()),
                "",
                null,
                List.of(),
                null,
                null,
                new Passing(Passing.Form.RESENT, true, true, Passing.hops(content)));
    }
}
