package dev.serai.rest;

import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Wishes;
import dev.serai.files.AccountDefinition;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.live.Letterhead;
import dev.serai.operation.Code;
import dev.serai.operation.MailFields;
import dev.serai.operation.NewMail;
import dev.serai.operation.NewMailRequest;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.operation.ReplyDrafts;

/** POST /mails: a mail that answers nothing. */
final class MailApi {
    private final RestDependencies hub;
    private final Keyed keyed;
    private final StoredParts parts;

    MailApi(RestDependencies hub, Keyed keyed, StoredParts parts) {
        this.hub = hub;
        this.keyed = keyed;
        this.parts = parts;
    }

    ApiResponse write(ApiRequest request) {
        NewMailRequest wanted = NewMailRequest.read(request.json());
        String tenant = request.tenant();
        ReplyDrafts drafts = new ReplyDrafts(
                hub.playbook().get(),
                new StoredFiles(parts, tenant),
                hub.clock().instant());
        OutboundDraft draft = drafts.of(tenant, wanted);
        MailFields mail = wanted.mail();
        Wishes wishes = new Wishes(mail.sendAfter(), mail.from(), tenant, wanted.userData())
                .on(Letterhead.of(hub.playbook().get(), null, drafts.newContext(wanted)));
        AccountDefinition account = account(tenant, wanted);
        try (PreparedOutbound outbound = Composing.refusing(() -> hub.outbox().prepare(null, draft, account, wishes))) {
            ApiResponse answer = keyed.run(
                    request,
                    new NewMail(tenant, outbound, request.by(null)),
                    born -> ApiResponse.json(201, Warned.of(hub.store(), born, mail.warnings()))
                            .with("Location", ApiRequest.ROOT + "/interactions/" + born.id())
                            .with("ETag", InteractionApi.etag(born)));
            hub.meters()
                    .counter("serai.replies", "kind", draft.kind().word(), "result", "accepted")
                    .increment();
            return answer;
        }
    }

    private AccountDefinition account(String tenant, NewMailRequest wanted) {
        Party from = wanted.mail().from();
        try {
            return new AccountChoice(hub.config().get().generation())
                    .forNew(tenant, wanted.account(), from == null ? null : from.address());
        } catch (NoAccountException nowhere) {
            throw new RefusedException(
                    wanted.account() == null
                            ? Refusal.of(Code.WRONG_STATE, "cannot write: " + nowhere.getMessage())
                            : Refusal.field(Code.INVALID_REQUEST, "/account", "" + nowhere.getMessage()));
        }
    }
}
