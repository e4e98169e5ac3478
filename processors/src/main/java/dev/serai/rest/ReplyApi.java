package dev.serai.rest;

import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Wishes;
import dev.serai.files.AccountDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.message.Attachment;
import dev.serai.operation.Code;
import dev.serai.operation.ExpertAnswer;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.operation.Reply;
import dev.serai.operation.ReplyDrafts;
import dev.serai.operation.ReplyDrafts.Drafted;
import dev.serai.operation.ReplyFile;
import dev.serai.operation.ReplyRequest;
import dev.serai.operation.Target;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.io.UncheckedIOException;

/** POST /interactions/{id}/reply: the answer is composed, then stored in one transaction with the completion. */
final class ReplyApi {
    private final RestDependencies hub;
    private final Keyed keyed;
    private final InteractionApi interactions;
    private final StoredParts parts;

    ReplyApi(RestDependencies hub, Keyed keyed, InteractionApi interactions, StoredParts parts) {
        this.hub = hub;
        this.keyed = keyed;
        this.interactions = interactions;
        this.parts = parts;
    }

    ApiResponse reply(ApiRequest request) {
        Interaction parent = interactions.load(request.target());
        ReplyRequest reply = ExpertAnswer.in(
                ReplyRequest.read(request.json()),
                parent,
                id -> hub.store().read(tx -> tx.interactions().load(ApiRequest.TENANT, id)));
        try (PreparedOutbound outbound = compose(parent, reply)) {
            ApiResponse answer = keyed.run(
                    request,
                    new Reply(request.target(), reply.token(), outbound, reply.complete()),
                    born -> ApiResponse.json(201, InteractionView.brief(born))
                            .with("Location", ApiRequest.ROOT + "/interactions/" + born.id()));
            CrashWindow.REPLY_COMMITTED.pass();
            hub.meters()
                    .counter("serai.replies", "kind", "reply", "result", "accepted")
                    .increment();
            return answer;
        }
    }

    private PreparedOutbound compose(Interaction parent, ReplyRequest reply) {
        Drafted drafted =
                new ReplyDrafts(hub.playbook().get(), this::stored, hub.clock().instant()).of(parent, reply);
        try {
            AccountDefinition account = new AccountChoice(hub.config().get().generation()).forReplyTo(parent);
            return hub.outbox()
                    .prepare(parent, drafted.draft(), account, new Wishes(drafted.quote(), reply.sendAfter()));
        } catch (NoAccountException nowhere) {
            throw new RefusedException(Refusal.of(Code.WRONG_STATE, "cannot reply: " + nowhere.getMessage()));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(Refusal.of(Code.INVALID_REQUEST, "" + wrong.getMessage()));
        }
    }

    private Attached stored(ReplyFile.Stored wanted) {
        Target target = new Target(ApiRequest.TENANT, wanted.interaction());
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
