package dev.serai.strategy;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import java.time.Duration;
import java.util.Optional;

/** Whether automatic mail may answer an interaction. */
final class AutomaticReplyRule {
    private AutomaticReplyRule() {}

    /** Why not; empty when it may. */
    static Optional<String> against(StrategyRun run) {
        Interaction interaction = run.interaction();
        Content content = interaction.content();
        if (!interaction.origin().type().equals("Inbound")) {
            return Optional.of("only inbound interactions are answered");
        }
        if (!content.kind().equals("message")) {
            return Optional.of("the mail is of kind " + content.kind());
        }
        if (!content.answerable()) {
            return Optional.of(content.answerableReason());
        }
        Duration age = Duration.between(interaction.origin().receivedAt(), run.now());
        if (age.compareTo(run.playbook().replyMaxAge()) > 0) {
            return Optional.of("it was received " + age.toHours() + " hours ago, more than "
                    + run.playbook().replyMaxAge().toHours());
        }
        Optional<Party> to = addressee(content);
        if (to.isEmpty()) {
            return Optional.of("there is no address to answer to");
        }
        return run.playbook().ownAddresses().contains(to.get().address())
                ? Optional.of("the address is one of our own")
                : Optional.empty();
    }

    /** Where an answer goes: Reply-To, else From. */
    static Optional<Party> addressee(Content content) {
        return content.replyTo().stream()
                .findFirst()
                .or(() -> Optional.ofNullable(content.from()))
                .filter(party -> party.address().contains("@"));
    }
}
