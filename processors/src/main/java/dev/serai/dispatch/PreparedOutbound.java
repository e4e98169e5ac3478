package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.OwnAddresses;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import dev.serai.mime.RawSource;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.NewInteraction;
import dev.serai.store.RawContent;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An outbound mail that is composed and not yet stored. Close it when it was committed or given up. */
public final class PreparedOutbound implements AutoCloseable {
    /** Where outbound interactions begin; the strategy of that queue has the last word. */
    public static final QueueName QUEUE = QueueName.of("outbound");
    /** The user data that keeps which account was chosen when the mail was composed. */
    public static final String ACCOUNT = "Account";
    /** The user data that keeps which standard response the mail was made from. */
    public static final String RESPONSE = "Response";

    private static final int PRIORITY = 0;

    private final InteractionId id;
    private final @Nullable Interaction parent;
    private final OutboundDraft draft;
    private final Letter letter;
    private final List<AttachmentInfo> attachments;
    private final @Nullable AccountDefinition account;
    private final Wishes wishes;
    private final OwnAddresses own;
    private final SpooledMail mail;

    PreparedOutbound(
            InteractionId id,
            @Nullable Interaction parent,
            OutboundDraft draft,
            Letter letter,
            List<AttachmentInfo> attachments,
            @Nullable AccountDefinition account,
            Wishes wishes,
            OwnAddresses own,
            SpooledMail mail) {
        this.id = id;
        this.parent = parent;
        this.draft = draft;
        this.letter = letter;
        this.attachments = attachments;
        this.account = account;
        this.wishes = wishes;
        this.own = own;
        this.mail = mail;
    }

    /** The id that the interaction will have. */
    public InteractionId id() {
        return id;
    }

    /** The mail's Message-ID, with angle brackets. */
    public String messageId() {
        return letter.messageId();
    }

    /** One of the account's addresses; null when no account is known, or the mail keeps its own. */
    public @Nullable Party from() {
        return letter.from();
    }

    /** What {@link #insert} writes, roughly. */
    public long bytes() {
        return mail.stored();
    }

    /**
     * Writes the interaction, its mail, its first placement in the queue `outbound` and the event, for a client; may be
     * repeated.
     */
    public InteractionId insert(Tx tx, By by) {
        return insert(tx, by, false);
    }

    /** The same for a strategy, or the hub itself: no person wrote it. */
    public InteractionId insertByHub(Tx tx, By by) {
        return insert(tx, by, true);
    }

    private InteractionId insert(Tx tx, By by, boolean byHub) {
        Instant due = wishes.sendAfter() == null ? tx.now() : wishes.sendAfter();
        WorkRow row = WorkRow.born(tenant(), id, QUEUE, priority(), due, tx.now());
        Interaction answered = parent == null ? null : tx.interactions().current(parent);
        tx.interactions().insert(interaction(tx, answered));
        tx.raw().insert(tenant(), id, mail.content());
        tx.outbound()
                .insert(
                        tenant(),
                        id,
                        by.actor(),
                        byHub,
                        parent == null ? null : parent.standing().queue());
        NewEvent submitted = new NewEvent(
                "serai.interaction.submitted", by.actor(), by.reason(), null, by.generation(), submittedData());
        tx.work().insert(tx.events().append(row, submitted));
        return id;
    }

    /** The mail without the account's header lines. */
    public RawSource source() {
        RawContent raw = mail.content();
        return new RawSource() {
            @Override
            public long size() {
                return raw.size();
            }

            @Override
            public InputStream open(long from, long length) throws IOException {
                return raw.open(from, length);
            }
        };
    }

    /** Removes what was spooled. */
    @Override
    public void close() {
        mail.close();
    }

    /** @param answered the parent as it is now: it may have another contact and thread than when the mail was composed */
    private NewInteraction interaction(Tx tx, @Nullable Interaction answered) {
        Instant at = letter.at();
        Origin origin = new Origin(
                null,
                null,
                answered == null ? null : answered.id(),
                answered == null ? id : answered.origin().threadId(),
                "email",
                "Outbound",
                draft.kind().subtype(),
                at,
                tx.now());
        return new NewInteraction(id, tenant(), origin, content(), contact(tx, answered), draft.language(), userData());
    }

    private Content content() {
        Content original = parent != null && isResent() ? parent.content() : null;
        return new Content(
                original == null ? "message" : original.kind(),
                letter.subject(),
                original == null ? from() : original.from(),
                letter.to(),
                letter.cc(),
                letter.bcc(),
                original == null ? List.of() : original.replyTo(),
                letter.messageId(),
                letter.lineage().inReplyTo(),
                letter.lineage().references(),
                letter.at().toString(),
                letter.body().text(),
                original == null ? newText() : null,
                "",
                attachments,
                null,
                true,
                "",
                List.of());
    }

    /** What was written for this mail, without signature and quotation; null where that is all of it. */
    private @Nullable String newText() {
        String written = CleanText.of(draft.text());
        return written.strip().equals(letter.body().text().strip()) ? null : written;
    }

    private boolean isResent() {
        Passing passing = draft.passing();
        return passing != null && passing.form() == Passing.Form.RESENT;
    }

    /** The parent's, unless somebody else gets that or is told of it; else the one of the first recipient that is none of our own addresses. */
    private @Nullable InteractionId contact(Tx tx, @Nullable Interaction answered) {
        boolean toOthers = draft.passing() != null || draft.kind() == OutboundDraft.Kind.NOTIFICATION;
        Contact known = answered == null || toOthers ? null : answered.contact();
        if (known != null) {
            return known.id();
        }
        return Stream.of(letter.to(), letter.cc(), letter.bcc())
                .flatMap(List::stream)
                .filter(party -> !own.to(tenant()).contains(party.address()))
                .findFirst()
                .map(first -> tx.contacts()
                        .obtain(tenant(), first.name(), first.address())
                        .id())
                .orElse(null);
    }

    private Map<String, Object> userData() {
        Map<String, Object> data = new HashMap<>(wishes.userData());
        if (draft.response() != null) {
            data.put(RESPONSE, draft.response());
        }
        if (account != null) {
            data.put(ACCOUNT, account.name().value());
        }
        return data;
    }

    private Map<String, Object> submittedData() {
        Map<String, Object> data = new HashMap<>();
        data.put("queue", QUEUE.value());
        data.put("kind", draft.kind().word());
        if (parent != null) {
            data.put("parentId", parent.id().value());
        }
        return data;
    }

    /** Of what it answers; a new one is of the account that it leaves by. */
    public String tenant() {
        if (wishes.tenant() != null) {
            return wishes.tenant();
        }
        return parent == null
                ? Optional.ofNullable(account)
                        .flatMap(AccountDefinition::tenant)
                        .orElse(TenantName.DEFAULT)
                        .value()
                : parent.tenant();
    }

    private int priority() {
        return parent == null ? PRIORITY : parent.standing().priority();
    }
}
