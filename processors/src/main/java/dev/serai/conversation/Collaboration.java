package dev.serai.conversation;

import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import dev.serai.store.ThreadMember;
import dev.serai.store.ThreadTable.Talk;
import dev.serai.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells an invited expert's answer from a customer's reply. It is one when somebody who was invited in the thread wrote it;
 * or when it answers an invitation, or another expert's answer, and nobody of the customer's side wrote it.
 */
public final class Collaboration {
    public static final String ANSWER = "InboundCollaborationReply";

    private static final String INVITE = "OutboundCollaborationInvite";
    private static final int MOST = 500;

    private Collaboration() {}

    /**
     * The subtype of a mail that joins a thread.
     *
     * @param joined what it answers
     * @param contact of who wrote it
     */
    public static String subtype(
            Tx tx, String tenant, ThreadMember joined, Content content, @Nullable InteractionId contact) {
        return isAnswer(tx, tenant, joined, content, contact) ? ANSWER : "InboundCustomerReply";
    }

    private static boolean isAnswer(
            Tx tx, String tenant, ThreadMember joined, Content content, @Nullable InteractionId contact) {
        List<Talk> talks = tx.threads().talks(tenant, joined.threadId(), MOST);
        Party from = content.from();
        String sender = from == null ? "" : from.address().strip().toLowerCase(Locale.ROOT);
        boolean invited = talks.stream()
                .filter(talk -> talk.subtype().equals(INVITE))
                .anyMatch(talk -> talk.to().contains(sender) || isSame(talk.contact(), contact));
        if (invited) {
            return true;
        }
        boolean answersOne = talks.stream()
                .filter(talk -> talk.id().equals(joined.id()))
                .anyMatch(
                        talk -> talk.subtype().equals(INVITE) || talk.subtype().equals(ANSWER));
        boolean customer = talks.stream()
                .filter(talk ->
                        !talk.subtype().equals(INVITE) && !talk.subtype().equals(ANSWER))
                .anyMatch(talk -> talk.from().equals(sender) || isSame(talk.contact(), contact));
        return answersOne && !customer;
    }

    private static boolean isSame(@Nullable InteractionId one, @Nullable InteractionId other) {
        return one != null && Objects.equals(one, other);
    }
}
