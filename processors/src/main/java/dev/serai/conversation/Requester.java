package dev.serai.conversation;

import dev.serai.files.TenantAddresses;
import dev.serai.interaction.Content;
import dev.serai.interaction.Party;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a mail is with: who wrote it. One of our own addresses never is: then whom Reply-To names, such as in mail that a
 * web form sends, else whom it is to, such as in a copy of what somebody of ours wrote.
 */
public final class Requester {
    private Requester() {}

    /** Empty where all of them are ours, or there is none. */
    public static Optional<Party> of(Content content, TenantAddresses own) {
        Stream<Party> from = Stream.ofNullable(content.from());
        Stream<Party> others = Stream.concat(content.replyTo().stream(), content.to().stream());
        return Stream.concat(from, others)
                .filter(party -> !party.address().isBlank())
                .filter(party -> !own.contains(party.address()))
                .findFirst();
    }
}
