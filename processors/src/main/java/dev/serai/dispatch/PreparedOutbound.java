package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.OwnAddresses;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import dev.serai.mime.RawSource;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.RawContent;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final NewMail mail;
    private final @Nullable AccountDefinition account;
    private final Wishes wishes;
    private final OwnAddresses own;
    private final SpooledMail bytes;

    /**
     * @param account the way out, as far as it is known
     * @param own addresses that are nobody's contact
     * @param bytes the mail as it was written; closed with this
     */
    PreparedOutbound(
            InteractionId id,
            NewMail mail,
            @Nullable AccountDefinition account,
            Wishes wishes,
            OwnAddresses own,
            SpooledMail bytes) {
        this.id = id;
        this.mail = mail;
        this.account = account;
        this.wishes = wishes;
        this.own = own;
        this.bytes = bytes;
    }

    /** The id that the interaction will have. */
    public InteractionId id() {
        return id;
    }

    /** The mail's Message-ID, with angle brackets. */
    public String messageId() {
        return mail.letter().messageId();
    }

    /** One of the account's addresses; null when no account is known, or the mail keeps its own. */
    public @Nullable Party from() {
        return mail.letter().from();
    }

    /** What {@link #insert} writes, roughly. */
    public long bytes() {
        return bytes.stored();
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
        Interaction parent = mail.parent();
        WorkRow row = WorkRow.born(tenant(), id, QUEUE, priority(), due, tx.now());
        Interaction answered = parent == null ? null : tx.interactions().current(parent);
        InteractionId contact = mail.contact(tx, tenant(), answered, own.to(tenant()));
        tx.interactions().insert(mail.interaction(id, tenant(), answered, contact, userData(), tx.now()));
        tx.raw().insert(tenant(), id, bytes.content());
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
        RawContent raw = bytes.content();
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
        bytes.close();
    }

    private Map<String, Object> userData() {
        Map<String, Object> data = new HashMap<>(wishes.userData());
        if (mail.draft().response() != null) {
            data.put(RESPONSE, mail.draft().response());
        }
        if (account != null) {
            data.put(ACCOUNT, account.name().value());
        }
        return data;
    }

    private Map<String, Object> submittedData() {
        Interaction parent = mail.parent();
        Map<String, Object> data = new HashMap<>();
        data.put("queue", QUEUE.value());
        data.put("kind", mail.draft().kind().word());
        if (parent != null) {
            data.put("parentId", parent.id().value());
        }
        return data;
    }

    /** Of what it answers; a new one is of the account that it leaves by. */
    public String tenant() {
        Interaction parent = mail.parent();
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
        Interaction parent = mail.parent();
        return parent == null ? PRIORITY : parent.standing().priority();
    }
}
