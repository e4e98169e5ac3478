package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.InteractionFilter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail whose text no database takes as it is, on both databases alike. */
abstract class NastyMailContract {
    private static final String NASTY = """
            From: =?utf-8?q?J=00o_=EF=BF=BE?= <j\0o@customer.example>\r
            To: =?utf-8?q?Sup=00port?= <support@example.com>\r
            Subject: =?utf-8?q?In=00voice_=ED=A0=80_=EF=BF=BF?= \0\r
            Message-ID: <n\0ul@customer.example>\r
            X-Odd: b\0c\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary=b\r
            \r
            --b\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            He=00llo =EF=BF=BE =ED=A0=80 \0\r
            --b\r
            Content-Type: application/octet-stream; name*=utf-8''..%2F%00..%2Fevil%00.sh\r
            Content-Disposition: attachment; filename*=utf-8''..%2F%00..%2Fevil%00.sh\r
            \r
            \0\1\2\r
            --b--\r
            """;

    @TempDir
    Path folder;

    private MailHouse house;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p36_aMailShouldBeReadWithoutWhatNoDatabaseTakes() throws Exception {
        byte[] raw = NASTY.getBytes(StandardCharsets.ISO_8859_1);

        InteractionId id = house.capture(MailHouse.SUPPORT, raw);
        house.store.writeNow(house.reading(id));

        Content content = house.load(id).content();
        assertThat(content.toString() + house.load(id).userData()).doesNotContain("\0", "\uFFFE", "\uFFFF");
        assertThat(content.subject()).startsWith("Invoice");
        assertThat(content.text()).startsWith("Hello");
        assertThat(content.attachments().get(0).name())
                .doesNotContain("/", "\0")
                .endsWith("evil.sh");
        try (InputStream stored =
                house.store.raw(MailHouse.TENANT, id).orElseThrow().open()) {
            assertThat(stored.readAllBytes()).isEqualTo(raw);
        }
    }

    @Test
    void p36_aMessageIdOfMoreOctetsThanAnIndexTakesShouldStillJoin() {
        String longId = "<" + "é".repeat(480) + "@customer.example>";
        InteractionId parent = house.take(Mail.from("jo@customer.example").id(longId));

        InteractionId child = house.take(Mail.from("jo@customer.example").answering(longId));
        InteractionId other =
                house.take(Mail.from("jo@customer.example").answering(longId.replace("@customer", "@another")));

        assertThat(house.thread(child)).isEqualTo(parent);
        assertThat(house.thread(other)).isEqualTo(other);
        assertThat(house.store
                        .read(tx -> tx.interactions()
                                .find(MailHouse.TENANT, InteractionFilter.all().messageId(house.messageId(parent))))
                        .get(0)
                        .id())
                .isEqualTo(parent);
    }

    @Test
    void p36_valuesBeyondTheirColumnsShouldBeCut() {
        InteractionId id =
                house.take(Mail.from("\"" + "n".repeat(3000) + "𝄞\" <" + "l".repeat(600) + "@customer.example>")
                        .to("support@example.com")
                        .about("𝄞".repeat(2000)));

        assertThat(house.load(id).contact().name()).hasSize(255);
        assertThat(house.load(id).contact().address()).hasSize(320);
        assertThat(house.load(id).content().subject()).hasSize(4000);
    }
}
