package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.store.InteractionFilter;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledgement goes out by SMTP and its answer comes in by IMAP, on real servers: Dovecot, PostgreSQL, smtp-sink. */
class ThreadFlowTest {
    private static final String PASSWORD = "secret";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern REPLY_TO =
            Pattern.compile("Reply-To:[^<\\n]*(?:\\n [^<\\n]*)?<?(support\\+c\\.[a-z2-7]{42}@example\\.com)");

    @TempDir
    private Path folder;

    @Test
    void p55_anAnswerShouldJoinByItsAddressWhenItsMessageIdsAreGone() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start()) {
            dovecot.addUser("support", PASSWORD);
            dovecot.deliver(
                    "support", Files.readAllBytes(TestInstance.checkout().resolve("samples/invoice-de.eml")));
            TestInstance instance = new TestInstance(folder)
                    .on(Postgres.shared().createDatabase())
                    .imap("support", dovecot, PASSWORD, "mark-seen")
                    .account("default", sink.port(), "Example Support <support@example.com>", "replyToken: true");

            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> !sink.received().isEmpty());
                dovecot.deliver("support", answer(replyTo(sink.received().get(0))));
                await().atMost(SOON)
                        .until(() -> inbound(hub, "InboundCustomerReply").size() == 1);

                Interaction question = inbound(hub, "InboundNew").get(0);
                Interaction reply = inbound(hub, "InboundCustomerReply").get(0);
                assertThat(reply.origin().threadId()).isEqualTo(question.id());
                assertThat(reply.contact()).isEqualTo(question.contact());
            }
        }
    }

    private static String replyTo(SunkMail mail) {
        Matcher found = REPLY_TO.matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        return found.group(1);
    }

    private static byte[] answer(String to) {
        return """
                From: juergen.gross@werkstatt.example.net\r
                To: %s\r
                Subject: Danke\r
                Message-ID: <answer@werkstatt.example.net>\r
                \r
                Das hilft.\r
                """.formatted(to).getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Interaction> inbound(Hub hub, String subtype) {
        return hub
                .store()
                .read(tx -> tx.interactions()
                        .find("default", InteractionFilter.all().type("Inbound")))
                .stream()
                .filter(one -> one.origin().subtype().equals(subtype))
                .toList();
    }
}
