package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.Undeliverable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a new user writes wrong is named, field by field, and nothing of it is left out in silence. */
@ExtendWith(SharedHub.class)
class WhatIsWrittenWrongTest {
    private static final String GOOD = "'subject':'Hi','text':'Hello'";

    private final RestHub hub;
    private final Client client;

    WhatIsWrittenWrongTest(RestHub hub, Client client) {
        this.hub = hub;
        this.client = client;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'name':'a.txt','content':'%%%'}|/content|is not Base64",
                "{'name':'a.txt','content':'YQ=='},{'name':'a.txt','content':'YQ%'}|/content|is not Base64",
                "{'content':'YQ=='}|/name|is missing",
                "{'name':'a.txt'}|/content|is missing",
                "{'name':'a.txt','contentType':'text','content':'YQ=='}|/contentType|no media type",
                "{'name':'a.png','contentId':'a b','content':'YQ=='}|/contentId|no content id",
                "{'href':'http://example.org/x'}|/href|no attachment of an interaction",
                "{'name':'a.txt','content':'YQ==','size':1}|/size|unknown field"
            })
    void eachFaultOfAFileShouldHaveItsPointerAndItsWords(String files, String pointer, String words) {
        Client.Answer refused =
                client.post("/api/v1/mails", "{" + GOOD + ",'to':'jo@example.org','attachments':[" + files + "]}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).matches("/attachments/[01]" + pointer);
        assertThat(refused.at("/errors/0/detail")).contains(words);
    }

    @Test
    void base64MayHaveLineBreaks() {
        Client.Answer made = client.post(
                "/api/v1/mails",
                "{" + GOOD + ",'to':'jo@example.org','attachments':[{'name':'a.txt','content':'YWJj\\r\\nZGVm\\n'}]}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'to':{'nme':'x','address':'jo@example.org'}|/to/nme",
                "'to':[{'nme':'x','address':'jo@example.org'}]|/to/0/nme",
                "'to':'jo@example.org','agent':{'fullname':'x'}|/agent/fullname"
            })
    void unknownFieldsInsideShouldBeRefusedToo(String fields, String pointer) {
        Client.Answer refused = client.post("/api/v1/mails", "{" + GOOD + "," + fields + "}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/api/v1/mails|'to':'jo@example.org','subject':'Hi','text':'a','subject':'Ho'|/subject",
                "/api/v1/mails|'to':[{'address':'jo@example.org','address':'al@example.org'}],'subject':'Hi','text':'a'|/to/0/address",
                "/api/v1/interactions|'queue':'general','priority':1,'priority':2|/priority",
                "/api/v1/interactions|'queue':'general','userData':{'a':1,'a':2}|/userData/a"
            })
    void aFieldThatIsThereTwiceShouldBeRefusedByItsPointer(String path, String fields, String pointer) {
        Client.Answer refused = client.post(path, "{" + fields + "}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/detail")).startsWith(pointer + ": is there twice");
    }

    @Test
    void whatStandsBehindTheObjectShouldBeRefused() {
        Client.Answer refused = client.post("/api/v1/interactions", "{'queue':'general'} {'queue':'billing'}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    }

    @Test
    void aLanguageThatIsNoneShouldBeNamedAsItWasWritten() {
        Client.Answer refused = client.post("/api/v1/mails", "{" + GOOD + ",'to':'jo@example.org','language':'xx yy'}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/errors/0/detail"))
                .isEqualTo("'xx yy' is no language tag (BCP 47); expected one like de or pt-BR");
    }

    @Test
    void aQueueThatIsNotThereShouldBeToldWithTheNearest() {
        Client.Answer refused = client.post("/api/v1/queues/bilin/pull", "{}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.at("/detail")).isEqualTo("there is no queue 'bilin'; did you mean 'billing'?");
    }

    @Test
    void aNewMailToAnAddressThatBouncedShouldWarn() {
        String address = UUID.randomUUID() + "@example.org";
        InteractionId report = InteractionId.of("0199f2c4-5b1e-7c3a-9d27-3f6f1f0a9f11");
        hub.store()
                .writeNow(tx -> tx.undeliverable()
                        .add(
                                "default",
                                Undeliverable.first(address, true, tx.now(), "5.1.1", "user unknown", false, report)));

        Client.Answer made = client.post("/api/v1/mails", "{" + GOOD + ",'to':'" + address + "'}");

        assertThat(made.at("/warnings/0")).contains("undeliverable since");
    }

    @Test
    void aFormShouldBeAnotherContentTypeAndNotAMailWithoutFields() {
        Client.Answer refused = client.bytes(
                "POST",
                "/api/v1/mails",
                "application/x-www-form-urlencoded",
                "to=jo@example.org&text=x".getBytes(StandardCharsets.US_ASCII));

        assertThat(refused.status()).as(refused.text()).isEqualTo(415);
    }
}
