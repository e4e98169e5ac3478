package dev.serai.strategy;

import dev.serai.files.ReplyKeys;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.strategy.Suppression.Why;
import java.time.Duration;
import java.util.Optional;

/** Whether automatic mail may answer an interaction. */
final class AutomaticReplyRule {
    /** The user data by which intake marks storms. */
    private static final String STORM = "Storm";

    private AutomaticReplyRule() {}

    /** Why not; empty when it may. */
    static Optional<Why> against(StrategyRun run) {
        if (!run.playbook().policy().automatic()) {
            return Optional.of(Suppression.PAUSED.because(
                    "automatic replies are switched off (" + ReplyKeys.AUTOMATIC.name() + ")"));
        }
        Interaction interaction = run.interaction();
        return ofMail(interaction).or(() -> age(run)).or(() -> addressee(run, interaction.content()));
    }

    private static Optional<Why> ofMail(Interaction interaction) {
        Content content = interaction.content();
        if (!interaction.origin().type().equals("Inbound")) {
            return Optional.of(Suppression.NOT_INBOUND.because("only inbound interactions are answered"));
        }
        if (!content.kind().equals("message")) {
            return Optional.of(Suppression.MACHINE.because("the mail is of kind " + content.kind()));
        }
        if (!content.answerable()) {
            return Optional.of(Suppression.UNWANTED.because(content.answerableReason()));
        }
        Object storm = interaction.userData().get(STORM);
        return storm == null
                ? Optional.empty()
                : Optional.of(Suppression.STORM.because("it is part of a storm: " + storm));
    }

    private static Optional<Why> age(StrategyRun run) {
        Duration age = Duration.between(run.interaction().origin().receivedAt(), run.now());
        Duration most = run.playbook().policy().maxAge();
        return age.compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of(Suppression.TOO_OLD.because(
                        "it was received " + age.toHours() + " hours ago, more than " + most.toHours()));
    }

    private static Optional<Why> addressee(StrategyRun run, Content content) {
        Optional<Party> to = addressee(content);
        if (to.isEmpty()) {
            return Optional.of(Suppression.NO_ADDRESS.because("there is no address to answer to"));
        }
        return run.ours().contains(to.get().address())
                ? Optional.of(Suppression.OWN_ADDRESS.because("the address is one of our own"))
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
