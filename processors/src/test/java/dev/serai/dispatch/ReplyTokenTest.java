package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How answers are known again, in what an account sends. */
class ReplyTokenTest {
    @TempDir
    private Path folder;

    private DispatchHouse house;
    private ScriptedSmtp smtp;

    @BeforeEach
    void open() throws Exception {
        house = new DispatchHouse(folder);
        smtp = ScriptedSmtp.start();
    }

    @AfterEach
    void close() {
        house.close();
        smtp.close();
    }

    @Test
    void p55_repliesShouldGoToAnAddressOfTheirOwnWhereTheAccountWantsIt() {
        InteractionId id = sent("replyTo: Answers <answers@example.com>", "replyToken: true");

        assertThat(smtp.mails().get(0))
                .contains(DispatchHouse.TOKENS.address("answers@example.com", id))
                .contains("Reply-To: Answers");
    }

    @Test
    void noTokenShouldStandInReplyToOtherwise() {
        sent("replyTo: answers@example.com");

        assertThat(smtp.mails().get(0))
                .contains("Reply-To: answers@example.com")
                .doesNotContain("+c.");
    }

    @Test
    void p56_theSubjectShouldCarryATokenWhereTheAccountWantsIt() {
        InteractionId id = sent("subjectToken: true");

        assertThat(house.load(id).content().subject()).isEqualTo(DispatchHouse.TOKENS.subject("Hello", id));
    }

    @Test
    void p55_theMessageIdThatTheProviderMakesShouldBeKnown() {
        smtp.on("DOT", "250 Ok 0100018f-abcd");
        InteractionId id = sent("providerMessageId: '<{reply}@email.amazonses.com>'");

        var known =
                house.store.read(tx -> tx.interactions().byMessageId("default", "<0100018f-abcd@email.amazonses.com>"));
        assertThat(known.orElseThrow().id()).isEqualTo(id);
    }

    private InteractionId sent(String... parameters) {
        String[] all = new String[parameters.length + 3];
        all[0] = "host: 127.0.0.1";
        all[1] = "port: " + smtp.port();
        all[2] = "security: none";
        System.arraycopy(parameters, 0, all, 3, parameters.length);
        house.account(all).live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        await().atMost(Duration.ofSeconds(10)).until(() -> house.dispatch(id).state() == DispatchRow.State.SENT);
        return id;
    }
}
