package dev.serai.rest;

import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Stationery;
import dev.serai.dispatch.Wishes;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Passing;
import dev.serai.live.Letterhead;
import dev.serai.live.PassedOn;
import dev.serai.operation.Code;
import dev.serai.operation.ExpertAnswer;
import dev.serai.operation.ForwardRequest;
import dev.serai.operation.MailFields;
import dev.serai.operation.RedirectRequest;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.operation.Reply;
import dev.serai.operation.Reply.Way;
import dev.serai.operation.ReplyDrafts;
import dev.serai.operation.ReplyDrafts.Drafted;
import dev.serai.operation.ReplyRequest;
import dev.serai.window.CrashWindow;
import java.util.List;

/**
 * POST /interactions/{id}/reply, /forward and /redirect: the mail is composed, then stored in one transaction with the
 * completion.
 */
final class ReplyApi {
    private final RestDependencies hub;
    private final Keyed keyed;
    private final InteractionApi interactions;
    private final StoredParts parts;
    private final PassedOn passedOn;

    ReplyApi(RestDependencies hub, Keyed keyed, InteractionApi interactions, StoredParts parts) {
        this.hub = hub;
        this.keyed = keyed;
        this.interactions = interactions;
        this.parts = parts;
        this.passedOn = new PassedOn(hub.store());
    }

    ApiResponse reply(ApiRequest request) {
        request.query().only();
        Interaction parent = interactions.load(request.target());
        ReplyRequest reply = ExpertAnswer.in(
                ReplyRequest.read(request.json()),
                parent,
                id -> hub.store().read(tx -> tx.interactions().load(parent.tenant(), id)));
        ReplyDrafts drafts = drafts(parent);
        Drafted drafted = drafts.of(parent, reply);
        MailFields mail = reply.mail();
        Wishes wishes = new Wishes(drafted.quote(), mail.sendAfter(), mail.from()).on(letterhead(parent, drafts, mail));
        return send(
                request,
                new Wanted(Way.REPLY, reply.token(), reply.complete(), mail.warnings()),
                parent,
                drafted.draft(),
                wishes);
    }

    ApiResponse forward(ApiRequest request) {
        request.query().only();
        Interaction parent = interactions.load(request.target());
        ForwardRequest forward = ForwardRequest.read(request.json());
        MailFields mail = forward.mail();
        ReplyDrafts drafts = drafts(parent);
        return send(
                request,
                new Wanted(Way.FORWARD, forward.token(), forward.complete(), mail.warnings()),
                parent,
                drafts.of(parent, forward),
                new Wishes(false, mail.sendAfter(), mail.from()).on(letterhead(parent, drafts, mail)));
    }

    ApiResponse redirect(ApiRequest request) {
        request.query().only();
        Interaction parent = interactions.load(request.target());
        RedirectRequest redirect = RedirectRequest.read(request.json());
        return send(
                request,
                new Wanted(Way.REDIRECT, redirect.token(), redirect.complete(), List.of()),
                parent,
                ReplyDrafts.of(parent, redirect),
                new Wishes(false, redirect.sendAfter()));
    }

    /** What becomes of the interaction that the mail is about, and what was left out of the mail. */
    private record Wanted(Way way, String token, boolean complete, List<String> warnings) {}

    private ApiResponse send(
            ApiRequest request, Wanted wanted, Interaction parent, OutboundDraft draft, Wishes wishes) {
        try (PreparedOutbound outbound = compose(wanted.way(), parent, draft, wishes)) {
            ApiResponse answer = keyed.run(
                    request,
                    new Reply(request.target(), wanted.token(), outbound, wanted.way(), wanted.complete()),
                    born -> ApiResponse.json(201, Warned.of(hub.store(), born, wanted.warnings()))
                            .with("Location", ApiRequest.ROOT + "/interactions/" + born.id())
                            .with("ETag", InteractionApi.etag(born)));
            CrashWindow.REPLY_COMMITTED.pass();
            hub.meters()
                    .counter("serai.replies", "kind", wanted.way().word(), "result", "accepted")
                    .increment();
            return answer;
        }
    }

    private PreparedOutbound compose(Way way, Interaction parent, OutboundDraft draft, Wishes wishes) {
        way.requireFor(parent);
        Passing passing = draft.passing();
        if (passing != null
                && passing.form() != Passing.Form.INLINE
                && hub.store().raw(parent.tenant(), parent.id()).isEmpty()) {
            throw new RefusedException(Refusal.of(
                    Code.WRONG_STATE, "interaction " + parent.id() + " has no mail that could be passed on as it is"));
        }
        try {
            return Composing.refusing(() -> passedOn.compose(
                    hub.outbox(),
                    parent,
                    draft,
                    new AccountChoice(hub.config().get().generation()).forReplyTo(parent),
                    wishes));
        } catch (NoAccountException nowhere) {
            throw new RefusedException(
                    Refusal.of(Code.WRONG_STATE, "cannot " + way.word() + ": " + nowhere.getMessage()));
        }
    }

    private Stationery letterhead(Interaction parent, ReplyDrafts drafts, MailFields mail) {
        return Letterhead.of(hub.playbook().get(), parent, drafts.context(parent, mail));
    }

    private ReplyDrafts drafts(Interaction parent) {
        return new ReplyDrafts(
                hub.playbook().get(),
                new StoredFiles(parts, parent.tenant()),
                hub.clock().instant());
    }
}
