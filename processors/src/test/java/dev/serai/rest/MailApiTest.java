package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail that answers nothing, over REST; and what both kinds of mail are refused for. */
@ExtendWith(SharedHub.class)
class MailApiTest {
    private static final String GOOD = "'subject':'Hi','text':'Hello','to':'jo@example.org'";

    private final Client client;

    MailApiTest(Client client) {
        this.client = client;
    }

    @Test
    void aNewMailShouldBecomeAnOutboundInteraction() {
        Client.Answer made = client.post(
                "/api/v1/mails",
                "{" + GOOD + ",'cc':[{'name':'Al','address':'al@example.org'}],'userData':{'order':'4711'},"
                        + "'language':'de'}");
        Client.Answer read = client.get(made.header("Location"));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(read.at("/subtype")).isEqualTo("OutboundNew");
        assertThat(read.at("/queue")).isIn("outbound", "dispatch");
        assertThat(read.at("/userData/order")).isEqualTo("4711");
        assertThat(read.at("/cc/0/name")).isEqualTo("Al");
        assertThat(read.at("/contact/address")).isEqualTo("jo@example.org");
        assertThat(client.get(made.header("Location") + "/raw").text()).contains("Content-Language: de\r\n");
    }

    @Test
    void aNotificationShouldSayThatAProgramWroteIt() {
        Client.Answer made = client.post("/api/v1/mails", "{" + GOOD + ",'kind':'notification'}");

        assertThat(made.at("/subtype")).isEqualTo("OutboundNotification");
        assertThat(client.get(made.header("Location") + "/raw").text()).contains("Auto-Submitted: auto-generated");
    }

    @Test
    void anAddressThatTheAccountHasNotGotShouldBeRefused() {
        Client.Answer refused = client.post("/api/v1/mails", "{" + GOOD + ",'from':'boss@example.net'}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("foreign-sender");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/from");
    }

    @Test
    void p67_eachBadAddressShouldBeNamedByItsPointer() {
        Client.Answer refused = client.post(
                "/api/v1/mails",
                "{'subject':'Hi','text':'x','to':['jo@example.org','no address'],"
                        + "'cc':[{'address':'a..b@example.org'}],'bcc':'ö@example.org'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/to/1", "/cc/0", "/bcc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /to /subject /text",
                "{'to':'jo@example.org','subject':'a\\nBcc: x@y.example','text':'x'} | /subject",
                "{'to':'jo@example.org','subject':'a','text':'x','account':'nowhere'} | /account",
                "{'to':'jo@example.org','subject':'a','text':'x','kind':'reply'} | /kind",
                "{'to':'jo@example.org','subject':'a','text':'x','headers':{'Bcc':'x@y.example'}} | /headers",
                "{'to':'jo@example.org','subject':'a','text':'x','mail.smtp.host':'x.example'} | /mail.smtp.host",
                "{'to':'jo@example.org\\nBcc: x@y.example','subject':'a','text':'x'} | /to",
                "{'to':'jo@example.org','from':'support@example.com\\nX: y','subject':'a','text':'x'} | /from",
                "{'to':'jo@example.org','subject':'a','text':'x','language':'de\\nX: y'} | /language",
            })
    void whatCannotBeAMailShouldBeRefusedWithPointers(String json, String pointers) {
        Client.Answer refused = client.post("/api/v1/mails", json);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(String.join(" ", refused.json().path("errors").findValuesAsText("pointer")))
                .isEqualTo(pointers);
    }

    @Test
    void anAnswerToAllShouldGoToTheOthers() {
        client.post(
                "/api/v1/interactions",
                "{'queue':'billing','priority':100,'subject':'Invoice','from':'jo@example.org',"
                        + "'to':['support@example.com','al@example.org'],'cc':['bo@example.org']}");
        Client.Answer pulled = client.post("/api/v1/queues/billing/pull", "{}");
        Client.Answer reply = client.post(
                "/api/v1/interactions/" + pulled.at("/items/0/id") + "/reply",
                "{'all':true,'text':'x','complete':true,'token':'" + pulled.at("/items/0/lease/token") + "'}");

        assertThat(reply.at("/to/0/address")).isEqualTo("jo@example.org");
        assertThat(reply.json().path("cc").findValuesAsText("address"))
                .containsExactly("al@example.org", "bo@example.org");
    }
}
