package dev.serai.rest;

import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.Revision;
import dev.serai.files.AccountDefinition;
import dev.serai.files.ReviewKeys;
import dev.serai.intake.StoredAttachments;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Passing;
import dev.serai.interaction.QueueName;
import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.operation.Approve;
import dev.serai.operation.Code;
import dev.serai.operation.Edit;
import dev.serai.operation.EditRequest;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.operation.Reject;
import dev.serai.operation.Resubmit;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** POST /interactions/{id}/approve, /edit, /reject and /resubmit: what a client does with an outbound mail that it looks at. */
final class ReviewApi {
    private final RestDependencies hub;
    private final Keyed keyed;
    private final InteractionApi interactions;
    private final Borders borders;
    private final StoredParts parts;
    private final StoredAttachments stored;

    ReviewApi(RestDependencies hub, Keyed keyed, InteractionApi interactions, Borders borders, StoredParts parts) {
        this.hub = hub;
        this.keyed = keyed;
        this.interactions = interactions;
        this.borders = borders;
        this.parts = parts;
        this.stored = new StoredAttachments(hub.store());
    }

    ApiResponse approve(ApiRequest request) {
        JsonFields fields = request.json();
        String token = OperationApi.token(fields);
        fields.finish();
        Long version = request.header("If-Match") == null ? null : Conditions.wanted(request);
        return keyed.run(
                request,
                new Approve(
                        request.target(),
                        token,
                        version,
                        hub.config().get().generation(),
                        hub.outbox(),
                        key(request),
                        hub.settings().text(ReviewKeys.FOUR_EYES).equals("true")),
                OperationApi::answer);
    }

    ApiResponse resubmit(ApiRequest request) {
        JsonFields fields = request.json();
        String token = OperationApi.token(fields);
        String reason = OperationApi.reason(fields);
        fields.finish();
        return keyed.run(request, new Resubmit(request.target(), token, reason, key(request)), OperationApi::answer);
    }

    ApiResponse reject(ApiRequest request) {
        JsonFields fields = request.json();
        String token = OperationApi.token(fields);
        QueueName queue = fields.value("queue", QueueName::of);
        String remark = OperationApi.reason(fields);
        if (remark == null || remark.isBlank()) {
            fields.fault("reason", "is missing; expected what is wrong with the mail, for who wrote it");
        }
        fields.finish();
        return keyed.run(
                request,
                new Reject(
                        request.target(),
                        token,
                        queue,
                        borders.queues(request.realm()),
                        remark == null ? "" : remark,
                        key(request)),
                OperationApi::answer);
    }

    ApiResponse edit(ApiRequest request) {
        return keyed.repeated(request).orElseGet(() -> edited(request));
    }

    private ApiResponse edited(ApiRequest request) {
        Interaction outbound = interactions.load(request.target());
        EditRequest edit = EditRequest.read(request.json());
        MailMessage composed = composed(outbound);
        OutboundDraft draft = edit.draft(
                kind(outbound),
                outbound.content(),
                outbound.language(),
                composed.html(),
                kept(outbound, edit),
                edit.files(new StoredFiles(parts, outbound.tenant())),
                passing(composed));
        List<String> fields = edit.changes(outbound.content(), composed.html(), draft);
        try (Revision revision = revise(outbound, draft)) {
            return keyed.run(
                    request,
                    new Edit(request.target(), edit.token(), revision, fields, key(request)),
                    changed -> ApiResponse.json(Warned.of(hub.store(), changed, edit.warnings()))
                            .with("ETag", InteractionApi.etag(changed)));
        }
    }

    private Revision revise(Interaction outbound, OutboundDraft draft) {
        AccountDefinition account = account(outbound);
        return Composing.refusing(() -> hub.outbox().revise(outbound, draft, account));
    }

    private @Nullable AccountDefinition account(Interaction outbound) {
        try {
            return new AccountChoice(hub.config().get().generation()).forSending(outbound, null);
        } catch (NoAccountException nowhere) {
            return null;
        }
    }

    private static Kind kind(Interaction outbound) {
        if (!outbound.origin().type().equals("Outbound")) {
            throw new RefusedException(Refusal.of(
                    Code.WRONG_STATE,
                    "cannot edit: the interaction is " + outbound.origin().subtype() + ", no outbound mail"));
        }
        Kind kind = Kind.find(outbound.origin().subtype()).orElse(Kind.NEW);
        if (kind == Kind.REDIRECT) {
            throw new RefusedException(Refusal.of(
                    Code.WRONG_STATE,
                    "cannot edit: a redirected mail leaves as it came; reject it, and forward it instead"));
        }
        return kind;
    }

    private MailMessage composed(Interaction outbound) {
        try {
            StoredRaw raw = hub.store()
                    .received(outbound.tenant(), outbound.id())
                    .orElseThrow(() -> new RefusedException(
                            Refusal.of(Code.WRONG_STATE, "cannot edit: the interaction has no composed mail")));
            return new MimeReader().read(new StoredMail(raw));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the composed mail cannot be read", unreadable);
        }
    }

    private List<Attached> kept(Interaction outbound, EditRequest edit) {
        int there = outbound.content().attachments().size();
        List<Attached> kept = new ArrayList<>();
        try {
            List<Attachment> found = stored.of(outbound);
            if (found.size() < there) {
                throw new RefusedException(Refusal.of(
                        Code.WRONG_STATE,
                        "cannot edit: " + (there - found.size()) + " of " + there
                                + " attachments cannot be read any more; reject it, and write another one"));
            }
            for (Attachment one : found) {
                if (!edit.removed().contains(one.index() + 1)) {
                    kept.add(new Attached(
                            one.name(),
                            one.contentType(),
                            one.size(),
                            one.content()::open,
                            one.inline() ? one.contentId() : null));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an attachment cannot be read", unreadable);
        }
        if (edit.removed().stream().anyMatch(number -> number > there)) {
            throw new RefusedException(Refusal.field(
                    Code.INVALID_REQUEST, "/removeAttachments", "the mail has " + there + " attachments"));
        }
        return kept;
    }

    /** What its header says about mail that it passes on; null where it says nothing. */
    private static @Nullable Passing passing(MailMessage composed) {
        return composed.header(Passing.HOPS)
                .map(String::strip)
                .filter(hops -> hops.matches("\\d{1,4}"))
                .map(hops -> new Passing(
                        Passing.Form.INLINE,
                        false,
                        composed.header("Auto-Submitted").isPresent(),
                        Integer.parseInt(hops)))
                .orElse(null);
    }

    /** Whose word it is; null where nobody had to show a key. */
    private static @Nullable String key(ApiRequest request) {
        return request.caller().isAnybody() ? null : request.caller().name();
    }
}
