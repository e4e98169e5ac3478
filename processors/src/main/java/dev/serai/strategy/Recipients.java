package dev.serai.strategy;

import dev.serai.files.MailAddress;
import dev.serai.interaction.Party;
import java.util.ArrayList;
import java.util.List;

/** Whom a step wants to send to: addresses, plain or with a name, separated by commas; expressions are evaluated. */
final class Recipients {
    private Recipients() {}

    /** @throws StrategyException when there is none, or one is no address */
    static List<Party> of(Action.Step step) throws StrategyException {
        String written = step.definition().get("to");
        String text = step.text("to");
        List<Party> parties = new ArrayList<>();
        try {
            for (String one : MailAddress.split(text)) {
                parties.add(new Party(MailAddress.name(one).orElse(null), MailAddress.bare(one)));
            }
        } catch (IllegalArgumentException noAddress) {
            throw wrong(
                    step,
                    noAddress.getMessage() + (written.equals(text) ? "" : ", which is what " + written + " gave"));
        }
        if (parties.isEmpty()) {
            throw wrong(step, "'" + written + "' gave nothing; expected a mail address");
        }
        return List.copyOf(parties);
    }

    private static StrategyException wrong(Action.Step step, String what) {
        return new StrategyException(
                step.definition().place() + ": step '" + step.definition().id() + "': to: " + what);
    }
}
