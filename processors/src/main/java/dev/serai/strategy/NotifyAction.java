package dev.serai.strategy;

import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.response.Rendered;
import dev.serai.response.Usage;
import dev.serai.strategy.Suppression.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells somebody of the mail, by a mail of its own that is marked as a program's. The route goes on. */
final class NotifyAction extends Action {
    private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    @Override
    void act(Step step) throws StrategyException {
        Optional<Why> forbidden = PassedOnRule.againstForward(step.run().interaction());
        List<Party> allowed = new ArrayList<>();
        for (Party to : Recipients.of(step)) {
            forbidden
                    .or(() -> PassedOnRule.againstAddress(step.run(), to))
                    .ifPresentOrElse(why -> leaveOut(step, to, why), () -> allowed.add(to));
        }
        if (!allowed.isEmpty()) {
            step.run().reply(draft(step, allowed));
            step.did("notification to " + allowed.stream().map(Party::address).collect(Collectors.joining(", ")));
        }
    }

    private static void leaveOut(Step step, Party to, Why why) {
        step.run().suppress(new Suppressed(Kind.NOTIFICATION, step.text("response"), to.address(), why));
        step.did("no notification to " + to.address() + ": " + why.sentence());
    }

    private static OutboundDraft draft(Step step, List<Party> to) throws StrategyException {
        String response = step.text("response");
        @Nullable
        Rendered rendered = response.isEmpty() ? null : AutomaticReplyAction.render(step, response, Usage.NOTIFICATION);
        if (rendered != null) {
            rendered.warnings().forEach(step.run()::warn);
        }
        String text = step.text("text");
        String subject = LINE_ENDS.matcher(step.text("subject")).replaceAll(" ").strip();
        Rendered said = text.isEmpty() ? rendered : null;
        return new OutboundDraft(
                Kind.NOTIFICATION,
                to,
                List.of(),
                List.of(),
                subject.isEmpty() && rendered != null ? rendered.subject() : subject,
                said == null ? text : said.text(),
                said == null ? null : said.html().orElse(null),
                rendered == null ? List.of() : ResponseAttachments.of(step, rendered.attachments()),
                rendered == null ? null : response,
                rendered == null ? step.run().interaction().language() : rendered.language());
    }
}
