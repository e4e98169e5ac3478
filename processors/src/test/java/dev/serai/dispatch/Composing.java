package dev.serai.dispatch;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.store.NewInteraction;
import dev.serai.store.WorkRow;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Mails that are composed in a house of their own, and read back as a mail program reads them. */
abstract class Composing {
    @TempDir
    Path folder;

    DispatchHouse house;

    @BeforeEach
    void open() {
        house = new DispatchHouse(folder)
                .account("host: 127.0.0.1", "replyTo: answers@example.com", "bcc: copy@example.com");
    }

    @AfterEach
    void close() {
        house.close();
    }

    InteractionId reply(Interaction parent, String subject) {
        return house.store(parent, DispatchHouse.draft(Kind.REPLY, subject, "Hello", "jo@example.org"));
    }

    static OutboundDraft withFile(Attached file) {
        return new OutboundDraft(
                Kind.NEW,
                List.of(new Party(null, "jo@example.org")),
                List.of(),
                List.of(),
                "Hi",
                "Hello",
                null,
                List.of(file),
                null,
                null);
    }

    MimeMessage mail(InteractionId id) throws Exception {
        return new MimeMessage(
                (Session) null, new ByteArrayInputStream(house.raw(id).getBytes(StandardCharsets.ISO_8859_1)));
    }

    Interaction parent(String messageId, @Nullable String inReplyTo, List<String> references, String subject) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        Instant now = Instant.now();
        Content content = new Content(
                "message",
                subject,
                new Party("Jo", "jo@example.org"),
                List.of(new Party(null, "support@example.com")),
                List.of(),
                List.of(),
                List.of(),
                messageId,
                inReplyTo,
                new ArrayList<>(references),
                null,
                "the question",
                null,
                "",
                List.of(),
                null,
                true,
                "",
                List.of());
        Origin origin = new Origin(null, null, null, id, "email", "Inbound", "InboundNew", now, now);
        house.store.writeNow(tx -> {
            tx.interactions().insert(new NewInteraction(id, "default", origin, content, null, null, Map.of()));
            tx.work().insert(WorkRow.born("default", id, QueueName.of("general"), 50, tx.now()));
            return id;
        });
        return house.load(id);
    }
}
