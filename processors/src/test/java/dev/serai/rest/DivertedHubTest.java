package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.SmtpSink;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hub that tries out: no customer gets anything, by no field, and everybody can see that it does. */
@Timeout(120)
class DivertedHubTest {
    private static final String MAIL = "{'to':['jo@example.org'],'cc':['bo@example.org'],'bcc':['secret@example.org'],"
            + "'subject':'Hello','text':'It is on its way.'}";

    @TempDir
    private Path folder;

    private final SmtpSink sink = SmtpSink.start();

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void everyRecipientShouldBeDivertedTheHiddenOnesToo() throws Exception {
        try (Hub hub = hub("divert")) {
            ReviewDesk desk = new ReviewDesk(hub, new Client(hub.httpPort()));
            desk.sent(desk.client().post("/api/v1/mails", MAIL).at("/id"));

            assertThat(sink.received()).singleElement().satisfies(mail -> {
                assertThat(mail.recipients()).containsExactly("<tests@ours.example>");
                assertThat(mail.text()).contains("Subject: [diverted] Hello");
            });
            assertThat(desk.client().get("/api/v1/status").at("/dispatch/mode")).isEqualTo("divert");
        }
    }

    @Test
    void nothingShouldLeaveWhileItIsHeldAndStatusShouldSaySo() throws Exception {
        try (Hub hub = hub("hold")) {
            ReviewDesk desk = new ReviewDesk(hub, new Client(hub.httpPort()));
            String id = desk.client().post("/api/v1/mails", MAIL).at("/id");
            desk.inQueue(id, "dispatch");

            assertThat(desk.client().get("/api/v1/status").at("/dispatch/mode")).isEqualTo("hold");
            assertThat(desk.client().get("/api/v1/dispatches/" + id).at("/state"))
                    .isEqualTo("pending");
        }
        assertThat(sink.received()).isEmpty();
    }

    private Hub hub(String mode) throws Exception {
        TestInstance instance = new TestInstance(folder)
                .setting("serai.dispatch.mode", mode)
                .setting("serai.dispatch.divert-to", "tests@ours.example")
                .account("default", sink.port(), "Example Support <support@example.com>", "bcc: archive@example.com");
        return instance.start();
    }
}
