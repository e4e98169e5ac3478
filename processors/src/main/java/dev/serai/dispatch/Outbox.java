package dev.serai.dispatch;

import dev.serai.chain.Chains;
import dev.serai.conversation.ThreadTokens;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.OwnAddresses;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.Party;
import dev.serai.mime.RawSource;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where outbound interactions are born and handed over to an account. */
public final class Outbox {
    private final Path spool;
    private final Clock clock;
    private final ThreadTokens tokens;
    private final Letters letters;
    private final Supplier<OwnAddresses> own;

    /**
     * @param spool a folder for mails above 1 MiB until they are committed; made when absent
     * @param tokens what signs Message-IDs and reply addresses
     * @param own addresses that are nobody's contact
     */
    public Outbox(Path spool, Clock clock, ThreadTokens tokens, Supplier<OwnAddresses> own) {
        this.spool = spool;
        this.clock = clock;
        this.tokens = tokens;
        this.letters = new Letters(tokens);
        this.own = own;
    }

    /** As {@link #prepare(Interaction, OutboundDraft, AccountDefinition, Wishes)} without wishes. */
    public PreparedOutbound prepare(
            @Nullable Interaction parent, OutboundDraft draft, @Nullable AccountDefinition account) {
        return prepare(parent, draft, account, Wishes.NONE);
    }

    /**
     * Composes the mail, outside any transaction. It has its Message-ID for ever; From and Reply-To are the account's and
     * are put in front when it is handed over.
     *
     * @param parent what it answers or passes on; null for a new one
     * @param account the way out, as far as it is known: gives the Message-ID's domain and the signature
     * @return to be closed when it was committed or given up
     * @throws IllegalArgumentException naming the field when there is no recipient, an address is none that SMTP takes
     *     (RFC 5321), or a line end stands in what becomes a header
     * @throws TooLargeException when it is larger than the account takes
     * @throws ForeignSenderException when the account has not got the wished sender
     * @throws UncheckedIOException when an attachment cannot be read or the spool cannot be written
     */
    public PreparedOutbound prepare(
            @Nullable Interaction parent, OutboundDraft draft, @Nullable AccountDefinition account, Wishes wishes) {
        InteractionId id = InteractionId.next(clock);
        Letter letter = letters.of(id, parent, draft, account, wishes, clock.instant());
        List<AttachedFile> files = files(letter, draft, account);
        SpooledMail bytes = composed(letter, files, account);
        List<AttachmentInfo> infos = files.stream().map(AttachedFile::info).toList();
        return new PreparedOutbound(id, new NewMail(parent, draft, letter, infos), account, wishes, own.get(), bytes);
    }

    /**
     * Composes a mail that is sent again as it is, with Resent- fields in front (RFC 5322, section 3.6.6); Resent-From is
     * the account's and is put before them when it is handed over.
     *
     * @param parent the interaction that it was received as
     * @param original its bytes
     * @return to be closed when it was committed or given up
     * @throws IllegalArgumentException when an address is none that SMTP takes
     * @throws UncheckedIOException when the original cannot be read or the spool cannot be written
     */
    public PreparedOutbound resend(
            Interaction parent,
            OutboundDraft draft,
            @Nullable AccountDefinition account,
            Wishes wishes,
            RawSource original) {
        InteractionId id = InteractionId.next(clock);
        Letter letter = letters.again(parent, draft, id, account, clock.instant());
        SpooledMail bytes = Spool.filled(spool, out -> Resending.write(letter, original, out));
        NewMail mail = new NewMail(parent, draft, letter, parent.content().attachments());
        return new PreparedOutbound(id, mail, account, wishes, own.get(), bytes);
    }

    /**
     * Composes an outbound mail anew after a change, with the Message-ID, the sender and the lineage that it has.
     *
     * @param outbound one that nobody has tried to send, no redirect
     * @param changed what it is to say, to whom and with which files; nothing is put below its text
     * @param account by which it would leave; null where there is none
     * @return to be closed when it was committed or given up
     * @throws IllegalArgumentException as {@link #prepare}
     * @throws TooLargeException when it is larger than the account takes
     * @throws UncheckedIOException when an attachment cannot be read or the spool cannot be written
     */
    public Revision revise(Interaction outbound, OutboundDraft changed, @Nullable AccountDefinition account) {
        Letter letter = Revising.letter(outbound, changed, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        List<AttachedFile> files = files(letter, changed, account);
        SpooledMail bytes = composed(letter, files, account);
        return new Revision(outbound, Revising.content(outbound.content(), letter, files), bytes);
    }

    /**
     * The ending `send`: the dispatch row, its event and the placement into the queue `dispatch`. A mail that was sent is
     * not sent again, one that is uncertain stays so.
     *
     * @param locked the outbound's work row, locked by the transaction
     * @param departure what its transformers made of it
     * @return the row as saved; empty when the mail had left before and the interaction is stopped now
     */
    public java.util.Optional<WorkRow> send(
            Tx tx, WorkRow locked, Interaction outbound, AccountDefinition account, Departure departure, By by) {
        return new Handover(tx, locked, tokens, departure, by).send(outbound, account);
    }

    /** The same for a mail that nobody transforms. */
    java.util.Optional<WorkRow> send(Tx tx, WorkRow locked, Interaction outbound, AccountDefinition account, By by) {
        return send(tx, locked, outbound, account, Departure.PLAIN, by);
    }

    /**
     * What an approval of a mail, as it is stored now, is for.
     *
     * @throws NoAccountException when there is no account that it could leave by
     */
    public Seal seal(Tx tx, Interaction outbound, Generation generation) {
        return Seal.of(tx, outbound, generation, tokens);
    }

    /**
     * Makes a mail ready to leave by an account: runs the outbound transformers over all that would leave, outside any
     * transaction.
     *
     * @param from whom it was composed as
     * @param composed the mail without the account's header lines
     * @return to be closed when it was committed or given up
     * @throws UncheckedIOException when the mail cannot be read, or there is no room for what they make
     */
    public Departure depart(
            Chains chains, InteractionId id, @Nullable Party from, RawSource composed, AccountDefinition account) {
        return chains.hasOutbound()
                ? Departure.of(
                        chains,
                        new Composed(AccountLines.of(account, Sender.leaving(account, from), id, tokens), composed))
                : Departure.PLAIN;
    }

    /** All that the mail carries; too much is refused by what the files say of themselves, before any is read. */
    private static List<AttachedFile> files(Letter letter, OutboundDraft draft, @Nullable AccountDefinition account) {
        long told = draft.attachments().stream().mapToLong(Attached::size).sum();
        requireRoom(told / 3 * 4, account);
        List<AttachedFile> files = new ArrayList<>();
        try {
            for (Attached attached : FilesOf.letter(letter.body(), draft.attachments())) {
                files.add(AttachedFile.of(attached));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the mail cannot be composed: " + unreadable.getMessage(), unreadable);
        }
        return files;
    }

    private SpooledMail composed(Letter letter, List<AttachedFile> files, @Nullable AccountDefinition account) {
        return Spool.filled(spool, out -> {
            MailComposer.write(letter, files, out);
            requireRoom(out.size(), account);
        });
    }

    private static void requireRoom(long octets, @Nullable AccountDefinition account) {
        if (account != null && octets > account.letters().most()) {
            throw new TooLargeException(octets, account);
        }
    }
}
