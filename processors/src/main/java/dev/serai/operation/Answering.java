package dev.serai.operation;

import dev.serai.files.TenantAddresses;
import dev.serai.interaction.Content;
import dev.serai.interaction.Party;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom an answer goes to (RFC 5322, section 3.6.3): Reply-To, else From; with an answer to all, in copy, the others of To and
 * Cc but for our own addresses. Nobody twice, and what the client names wins.
 */
record Answering(List<Party> to, List<Party> cc) {

    /** @throws RefusedException when there is nobody to answer */
    static Answering of(Content original, MailFields mail, boolean all, TenantAddresses own) {
        List<Party> to = mail.to().isEmpty() ? addressees(original) : mail.to();
        @Nullable List<Party> named = mail.cc();
        if (named != null || !all) {
            return new Answering(to, mail.copies());
        }
        Set<String> seen = new LinkedHashSet<>();
        to.forEach(party -> seen.add(key(party)));
        mail.bcc().forEach(party -> seen.add(key(party)));
        List<Party> copies = new ArrayList<>();
        for (List<Party> parties : List.of(original.to(), original.cc())) {
            for (Party party : parties) {
                if (!own.contains(party.address()) && seen.add(key(party))) {
                    copies.add(PartyFields.known("all", party));
                }
            }
        }
        return new Answering(to, copies);
    }

    private static List<Party> addressees(Content original) {
        if (!original.replyTo().isEmpty()) {
            return original.replyTo();
        }
        Party from = original.from();
        if (from == null) {
            throw new RefusedException(Refusal.field(
                    Code.INVALID_REQUEST, "/to", "is missing, and the interaction does not say who wrote it"));
        }
        return List.of(from);
    }

    private static String key(Party party) {
        return party.address().toLowerCase(Locale.ROOT);
    }
}
