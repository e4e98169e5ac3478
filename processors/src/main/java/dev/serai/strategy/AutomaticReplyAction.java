package dev.serai.strategy;

import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.response.Rendered;
import dev.serai.response.ResponseException;
import dev.serai.response.ResponseInfo;
import dev.serai.response.Usage;
import java.util.List;
import java.util.Optional;

/** Answers with a standard response, where automatic mail may answer at all (RFC 3834, section 2). */
final class AutomaticReplyAction extends Action {
    private final OutboundDraft.Kind kind;

    AutomaticReplyAction(OutboundDraft.Kind kind) {
        this.kind = kind;
    }

    @Override
    void act(Step step) throws StrategyException {
        reply(step, step.text("response"));
    }

    void reply(Step step, String response) throws StrategyException {
        Optional<Suppression.Why> forbidden = AutomaticReplyRule.against(step.run());
        if (forbidden.isPresent()) {
            leaveOut(step, response, forbidden.get());
            return;
        }
        Rendered rendered = render(step, response, usage());
        rendered.warnings().forEach(step.run()::warn);
        Party to =
                AutomaticReplyRule.addressee(step.run().interaction().content()).orElseThrow();
        step.run().reply(draft(step, response, rendered, to));
        step.did(kind.word() + " with response " + response + " (" + rendered.language() + ")");
    }

    private Usage usage() {
        return kind == OutboundDraft.Kind.ACKNOWLEDGEMENT ? Usage.ACKNOWLEDGEMENT : Usage.AUTORESPONSE;
    }

    private void leaveOut(Step step, String response, Suppression.Why why) {
        String to = AutomaticReplyRule.addressee(step.run().interaction().content())
                .map(Party::address)
                .orElse(null);
        step.run().suppress(new Suppressed(kind, response, to, why));
        step.did("no " + kind.word() + ": " + why.sentence());
    }

    /** The standard response, filled from the interaction. */
    static Rendered render(Step step, String response, Usage usage) throws StrategyException {
        StrategyRun run = step.run();
        Optional<ResponseInfo> info =
                run.playbook().responses().find(response, run.interaction().language());
        if (info.isPresent()) {
            Houses.require(step, info.get(), "response", response);
        }
        try {
            return run.playbook()
                    .responses()
                    .render(
                            response,
                            usage,
                            run.interaction().language(),
                            ResponseFields.of(run.playbook(), run.interaction(), run.userData()),
                            run.now());
        } catch (ResponseException unusable) {
            throw new StrategyException(step.definition().place() + ": " + unusable.getMessage(), unusable);
        }
    }

    private OutboundDraft draft(Step step, String response, Rendered rendered, Party to) throws StrategyException {
        return new OutboundDraft(
                kind,
                List.of(to),
                List.of(),
                List.of(),
                rendered.subject(),
                rendered.text(),
                rendered.html().orElse(null),
                ResponseAttachments.of(step, rendered.attachments()),
                response,
                rendered.language(),
                null,
                rendered.quote());
    }
}
