package dev.serai.rest;

import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Wishes;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.Passing;
import dev.serai.live.PassedOn;
import dev.serai.message.Attachment;
import dev.serai.operation.Code;
import dev.serai.operation.ExpertAnswer;
import dev.serai.operation.ForwardRequest;
import dev.serai.operation.RedirectRequest;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.operation.Reply;
import dev.serai.operation.Reply.Way;
import dev.serai.operation.ReplyDrafts;
import dev.serai.operation.ReplyDrafts.Drafted;
import dev.serai.operation.ReplyFile;
import dev.serai.operation.ReplyRequest;
import dev.serai.operation.Target;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.io.UncheckedIOException;

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
        Drafted drafted = drafts(parent).of(parent, reply);
        Wishes wishes = new Wishes(drafted.quote(), reply.sendAfter());
        return send(request, new Wanted(Way.REPLY, reply.token(), reply.complete()), parent, drafted.draft(), wishes);
    }

    ApiResponse forward(ApiRequest request) {
        request.query().only();
        Interaction parent = interactions.load(request.target());
        ForwardRequest forward = ForwardRequest.read(request.json());
        ReplyRequest letter = forward.letter();
        return send(
                request,
                new Wanted(Way.FORWARD, letter.token(), letter.complete()),
                parent,
                drafts(parent).of(parent, forward),
                new Wishes(false, letter.sendAfter()));
    }

    ApiResponse redirect(ApiRequest request) {
        request.query().only();
        Interaction parent = interactions.load(request.target());
        RedirectRequest redirect = RedirectRequest.read(request.json());
        return send(
                request,
                new Wanted(Way.REDIRECT, redirect.token(), redirect.complete()),
                parent,
                ReplyDrafts.of(parent, redirect),
                new Wishes(false, redirect.sendAfter()));
    }

    /** What becomes of the interaction that the mail is about. */
    private record Wanted(Way way, String token, boolean complete) {}

    private ApiResponse send(
            ApiRequest request, Wanted wanted, Interaction parent, OutboundDraft draft, Wishes wishes) {
        try (PreparedOutbound outbound = compose(wanted.way(), parent, draft, wishes)) {
            ApiResponse answer = keyed.run(
                    request,
                    new Reply(request.target(), wanted.token(), outbound, wanted.way(), wanted.complete()),
                    born -> ApiResponse.json(201, InteractionView.brief(born))
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
        Passing passing = draft.passing();
        if (passing != null
                && passing.form() != Passing.Form.INLINE
                && hub.store().raw(parent.tenant(), parent.id()).isEmpty()) {
            throw new RefusedException(Refusal.of(
                    Code.WRONG_STATE, "interaction " + parent.id() + " has no mail that could be passed on as it is"));
        }
        try {
            return passedOn.compose(
                    hub.outbox(),
                    parent,
                    draft,
                    new AccountChoice(hub.config().get().generation()).forReplyTo(parent),
                    wishes);
        } catch (NoAccountException nowhere) {
            throw new RefusedException(
                    Refusal.of(Code.WRONG_STATE, "cannot " + way.word() + ": " + nowhere.getMessage()));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(Refusal.of(Code.INVALID_REQUEST, "" + wrong.getMessage()));
        }
    }

    private ReplyDrafts drafts(Interaction parent) {
        return new ReplyDrafts(
                hub.playbook().get(),
                file -> stored(parent.tenant(), file),
                hub.clock().instant());
    }

    private Attached stored(String tenant, ReplyFile.Stored wanted) {
        Target target = new Target(tenant, wanted.interaction());
        try {
            Attachment found = parts.attachment(target, wanted.number());
            String name = wanted.name() == null ? found.name() : wanted.name();
            return new Attached(name, found.contentType(), found.size(), found.content()::open);
        } catch (ApiException missing) {
            throw new RefusedException(
                    Refusal.field(Code.INVALID_REQUEST, "/attachments", String.valueOf(missing.getMessage())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an attachment cannot be read", unreadable);
        }
    }
}
