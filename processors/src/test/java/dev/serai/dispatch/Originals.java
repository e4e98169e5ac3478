package dev.serai.dispatch;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Standing;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mails that somebody sent us, to be answered in tests. */
final class Originals {
    /** When they came. */
    static final Instant RECEIVED = Instant.parse("2026-11-23T09:05:00Z");

    private Originals() {}

    static Builder content() {
        return new Builder();
    }

    /** As intake left it in the queue `general`. */
    static Interaction inbound(Content content) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        Origin origin = new Origin(null, null, null, id, "email", "Inbound", "InboundNew", RECEIVED, RECEIVED);
        Standing standing = new Standing(
                State.QUEUED,
                QueueName.of("general"),
                1,
                0,
                50,
                RECEIVED,
                RECEIVED,
                RECEIVED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Wait.NONE);
        return new Interaction(id, "default", 1, origin, content, null, null, Map.of(), standing);
    }

    /** A mail of Jo Öberg to support. */
    static final class Builder {
        private @Nullable String subject = "Invoice";
        private @Nullable Party from = new Party("Jo Öberg", "jo@example.org");
        private List<Party> to = List.of(new Party(null, "support@example.com"));
        private List<Party> cc = List.of();
        private List<Party> replyTo = List.of();
        private String text = "the question";
        private List<AttachmentInfo> attachments = List.of();

        Builder subject(@Nullable String words) {
            subject = words;
            return this;
        }

        Builder from(@Nullable Party party) {
            from = party;
            return this;
        }

        Builder to(String... addresses) {
            to = List.of(addresses).stream().map(one -> new Party(null, one)).toList();
            return this;
        }

        Builder cc(List<Party> parties) {
            cc = parties;
            return this;
        }

        Builder replyTo(String... addresses) {
            replyTo =
                    List.of(addresses).stream().map(one -> new Party(null, one)).toList();
            return this;
        }

        Builder text(String words) {
            text = words;
            return this;
        }

        Builder attachments(AttachmentInfo... files) {
            attachments = List.of(files);
            return this;
        }

        Content build() {
            return new Content(
                    "message",
                    subject,
                    from,
                    to,
                    cc,
                    List.of(),
                    replyTo,
                    "<c@x>",
                    null,
                    List.of(),
                    null,
                    text,
                    null,
                    "",
                    attachments,
                    null,
                    true,
                    "",
                    List.of());
        }
    }
}
