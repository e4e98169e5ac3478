package dev.serai.conversation;

import dev.serai.files.OwnAddresses;
import dev.serai.files.Settings;
import dev.serai.files.TenantAddresses;
import dev.serai.files.ThreadsKeys;
import dev.serai.interaction.Content;
import dev.serai.interaction.Party;
import dev.serai.store.ThreadMember;
import dev.serai.store.ThreadTable.People;
import dev.serai.store.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether a mail that points to a thread may join it: who wrote it must be known there. Safe for several threads. */
public final class Admission {
    private static final int MOST_MEMBERS = 500;
    private static final Set<String> REPORTS = Set.of("delivery-failure", "delivery-report", "disposition");

    private final boolean strangersJoin;
    private final Supplier<OwnAddresses> own;

    /**
     * @param strangersJoin whether having a mail of a thread is enough to join it
     * @param own addresses of ours: we take part in every thread
     */
    public Admission(boolean strangersJoin, Supplier<OwnAddresses> own) {
        this.strangersJoin = strangersJoin;
        this.own = own;
    }

    public static Admission of(Settings settings, Supplier<OwnAddresses> own) {
        return new Admission(settings.text(ThreadsKeys.STRANGERS).equals("join"), own);
    }

    /** What became of it; the reason goes on from "it points to a mail, and" or "but". */
    record Answer(boolean admitted, String because) {}

    Answer ask(Tx tx, Joiner mail, Signal signal, ThreadMember member) {
        if (REPORTS.contains(mail.content().kind())) {
            return member.type().equals("Outbound")
                    ? new Answer(true, "we sent that")
                    : new Answer(false, "a report counts only for what we sent");
        }
        Acquaintance known = acquaintance(tx, mail, member);
        if (known == Acquaintance.STRANGER && !strangersJoin) {
            return new Answer(false, "nobody in its thread knows the sender");
        }
        if (signal == Signal.REFERENCES && !isSecondSignalThere(tx, mail, member)) {
            return new Answer(false, "References alone are not enough: the subject is another one");
        }
        return new Answer(true, words(known));
    }

    private static String words(Acquaintance known) {
        return switch (known) {
            case PARTICIPANT -> "the sender takes part in its thread";
            case COMPANION -> "somebody of its thread is among the recipients";
            case COLLEAGUE -> "the sender has the domain of somebody in its thread";
            case STRANGER -> "whoever has it may join (serai.threads.strangers)";
        };
    }

    /** The same subject; or the mail answers something of the thread that we never saw, such as under another Message-ID. */
    private static boolean isSecondSignalThere(Tx tx, Joiner mail, ThreadMember member) {
        String inReplyTo = mail.content().inReplyTo();
        String subject = BaseSubject.of(mail.content().subject());
        return subject.equals(BaseSubject.of(member.subject()))
                || (inReplyTo != null
                        && tx.interactions()
                                .byMessageId(mail.tenant(), inReplyTo)
                                .isEmpty());
    }

    private Acquaintance acquaintance(Tx tx, Joiner mail, ThreadMember member) {
        String sender = sender(mail.content(), ours(mail));
        boolean sameContact = mail.contact() != null && mail.contact().equals(member.contact());
        if (sameContact || ours(mail).contains(sender)) {
            return Acquaintance.PARTICIPANT;
        }
        Acquaintance nearby = among(mail, sender, member.participants());
        if (nearby == Acquaintance.PARTICIPANT) {
            return nearby;
        }
        People people = tx.threads().people(mail.tenant(), member.threadId(), MOST_MEMBERS);
        return mail.contact() != null && people.contacts().contains(mail.contact())
                ? Acquaintance.PARTICIPANT
                : among(mail, sender, people.addresses());
    }

    /**
     * Who has to be known, in lower case. One of our own addresses in From proves nothing: then it is whom the mail is
     * with, else the first foreign one of the other recipients; our own counts where nobody else is named.
     */
    private static String sender(Content content, TenantAddresses ours) {
        Stream<Party> whom = Requester.of(content, ours).stream();
        Stream<Party> others = Stream.of(content.cc(), content.bcc())
                .flatMap(List::stream)
                .filter(party -> !ours.contains(party.address()));
        return Stream.of(whom, others, Stream.ofNullable(content.from()))
                .flatMap(Function.identity())
                .map(party -> party.address().strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    private TenantAddresses ours(Joiner mail) {
        return own.get().to(mail.tenant());
    }

    private Acquaintance among(Joiner mail, String sender, Collection<String> participants) {
        Acquaintance known = Acquaintance.of(sender, participants);
        boolean accompanied =
                known != Acquaintance.PARTICIPANT && recipients(mail).anyMatch(new HashSet<>(participants)::contains);
        return accompanied ? Acquaintance.COMPANION : known;
    }

    private Stream<String> recipients(Joiner mail) {
        return Stream.concat(mail.content().to().stream(), mail.content().cc().stream())
                .map(party -> party.address().strip().toLowerCase(Locale.ROOT))
                .filter(address -> !ours(mail).contains(address));
    }
}
