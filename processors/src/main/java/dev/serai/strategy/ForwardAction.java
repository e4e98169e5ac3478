package dev.serai.strategy;

import dev.serai.interaction.Content;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import dev.serai.interaction.Passing.Form;
import dev.serai.response.Rendered;
import dev.serai.response.Usage;
import dev.serai.strategy.Suppression.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Passes the mail on to somebody, who may be asked to answer. The route goes on. */
final class ForwardAction extends Action {
    /** Whether the last forward of the route leaves. */
    static final String VARIABLE = "forwarded";

    @Override
    void act(Step step) throws StrategyException {
        List<Party> wanted = Recipients.of(step);
        Kind kind = step.text("expect").equals("answer") ? Kind.INVITE : Kind.FORWARD;
        Optional<Why> forbidden = PassedOnRule.againstForward(step.run().interaction());
        List<Party> allowed = new ArrayList<>();
        for (Party to : wanted) {
            Optional<Why> against = forbidden
                    .or(() -> PassedOnRule.againstAddress(step.run(), to))
                    .or(() -> step.run().isPassedOnTo(to) ? Optional.of(again()) : Optional.empty());
            against.ifPresentOrElse(why -> leaveOut(step, kind, to, why), () -> allowed.add(to));
        }
        step.exchange().setVariable(VARIABLE, !allowed.isEmpty());
        if (!allowed.isEmpty()) {
            step.run().reply(draft(step, kind, allowed));
            step.did(kind.word() + " to " + addresses(allowed));
        }
    }

    private static Why again() {
        return Suppression.TWICE.because("this decision passes it on to that address already");
    }

    private static void leaveOut(Step step, Kind kind, Party to, Why why) {
        step.run().suppress(new Suppressed(kind, step.text("response"), to.address(), why));
        step.did("no " + kind.word() + " to " + to.address() + ": " + why.sentence());
    }

    private static OutboundDraft draft(Step step, Kind kind, List<Party> to) throws StrategyException {
        Content content = step.run().interaction().content();
        Form form = step.text("as").equals("attached") ? Form.ATTACHED : Form.INLINE;
        boolean files = !step.text("keepAttachments").equals("false");
        String response = step.text("response");
        @Nullable
        Rendered rendered = response.isEmpty() ? null : AutomaticReplyAction.render(step, response, Usage.NOTIFICATION);
        if (rendered != null) {
            rendered.warnings().forEach(step.run()::warn);
        }
        return new OutboundDraft(
                kind,
                to,
                List.of(),
                List.of(),
                PassedOnSubject.of(step.text("prefix"), content.subject()),
                text(step, rendered),
                rendered == null ? null : rendered.html().orElse(null),
                rendered == null ? List.of() : ResponseAttachments.of(step, rendered.attachments()),
                rendered == null ? null : response,
                rendered == null ? null : rendered.language(),
                new Passing(form, files, true, Passing.hops(content) + 1));
    }

    private static String text(Step step, @Nullable Rendered rendered) {
        return rendered == null ? step.text("text") : rendered.text();
    }

    private static String addresses(List<Party> parties) {
        return parties.stream().map(Party::address).collect(Collectors.joining(", "));
    }
}
