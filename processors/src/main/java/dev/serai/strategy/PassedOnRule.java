package dev.serai.strategy;

import dev.serai.files.MailAddress;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import dev.serai.strategy.Suppression.Why;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a mail may be passed on by a program: never in a circle. RFC 3834 marks stop answers, RFC 5321 section 6.3 counts
 * how often a mail was on its way.
 */
final class PassedOnRule {
    private static final int MOST_HOPS = 3;
    private static final int MOST_RECEIVED = 50;
    private static final int MOST_RESENT_BY_US = 2;

    private PassedOnRule() {}

    /** Why it must not be forwarded; empty when it may. */
    static Optional<Why> againstForward(Interaction interaction) {
        if (interaction.origin().type().equals("Outbound")) {
            return Optional.of(Suppression.NOT_INBOUND.because("what we sent is not forwarded"));
        }
        boolean ofThread = interaction.origin().parentId() != null;
        String kind = interaction.content().kind();
        if (ofThread && !kind.equals("message")) {
            return Optional.of(Suppression.MACHINE.because(
                    "the mail is of kind " + kind + " and answers one of ours, perhaps a forward"));
        }
        return Passing.hops(interaction.content()) >= MOST_HOPS
                ? Optional.of(Suppression.LOOP.because("it was passed on " + Passing.hops(interaction.content())
                        + " times by hubs, " + MOST_HOPS + " are the most"))
                : journey(interaction.content());
    }

    /** Why it must not go to that address; empty when it may. */
    static Optional<Why> againstAddress(StrategyRun run, Party to) {
        if (run.ours().contains(to.address())) {
            return Optional.of(Suppression.OWN_ADDRESS.because("the address is one of our own"));
        }
        Party from = run.interaction().content().from();
        return from != null && from.address().equalsIgnoreCase(to.address())
                ? Optional.of(Suppression.BACK.because("it would go back to who wrote it"))
                : Optional.empty();
    }

    /** Why it must not be sent again as it is; empty when it may. */
    static Optional<Why> againstRedirect(StrategyRun run) {
        Content content = run.interaction().content();
        if (!run.interaction().origin().type().equals("Inbound")) {
            return Optional.of(Suppression.NOT_INBOUND.because("only inbound mail is redirected"));
        }
        long ours = fields(content, "resent-from:")
                .filter(value -> isOurs(run, value))
                .count();
        return ours >= MOST_RESENT_BY_US
                ? Optional.of(Suppression.LOOP.because(
                        "it came back after we had redirected it " + ours + " times (Resent-From)"))
                : journey(content);
    }

    private static Optional<Why> journey(Content content) {
        long servers = fields(content, "received:").count();
        return servers > MOST_RECEIVED
                ? Optional.of(Suppression.LOOP.because("it was received by " + servers + " servers, more than "
                        + MOST_RECEIVED + ": it goes in a circle"))
                : Optional.empty();
    }

    private static boolean isOurs(StrategyRun run, String value) {
        return run.ours().contains(MailAddress.inner(value));
    }

    private static Stream<String> fields(Content content, String name) {
        return content.headers()
                .lines()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                .map(line -> line.substring(name.length()));
    }
}
