package dev.serai.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.document.Request.Submit;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What both forms mean, and what is said of those that mean nothing. */
class DocumentTest {

    @Test
    void bothFormsShouldMeanTheSame() {
        Submit json = (Submit) only("""
                {"operation": "submit", "externalId": "A-1", "properties": {"mediaType": "workitem", "subtype": "InboundNew",
                 "queue": "billing", "priority": 60, "subject": "Hello", "receivedAt": "2026-11-20T10:00:00Z",
                 "from": {"name": "Jo", "address": "jo@example.org"}, "to": ["a@example.com", "b@example.com"],
                 "serviceObjective": 3600, "category": "claims", "Tier": "gold"}}""");
        Submit xml = (Submit) only("""
                <interaction operation="submit" ExternalId="A-1"><properties><MediaType>workitem</MediaType>
                 <InteractionSubtype>InboundNew</InteractionSubtype><Queue>billing</Queue><Priority>60</Priority>
                 <Subject>Hello</Subject><ReceivedAt>2026-11-20 10:00:00</ReceivedAt><From>Jo &lt;jo@example.org&gt;</From>
                 <To>a@example.com, b@example.com</To><ServiceObjective>3600</ServiceObjective>
                 <CategoryId>claims</CategoryId><Tier>gold</Tier></properties></interaction>""");

        assertThat(json.submit().receivedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(json.submit().userData()).containsEntry("Tier", "gold").containsEntry("category", "claims");
        assertThat(xml).isEqualTo(json);
    }

    @Test
    void manyShouldBeAnArrayOrARootOfAnyName() {
        Document json = Document.read("[{\"operation\":\"ping\"},{\"operation\":\"getinfo\",\"id\":\"x\"}]");
        Document xml = Document.read(
                "<?xml version=\"1.0\"?><orders><interaction operation=\"ping\"/>\n<interaction operation=\"getinfo\" "
                        + "InteractionId=\"x\"/></orders>");

        assertThat(json.many() && xml.many()).isTrue();
        assertThat(xml.requests()).isEqualTo(json.requests());
    }

    @Test
    void oneWrongOperationShouldLeaveTheOthersReadable() {
        Document document = Document.read("[{\"operation\":\"ping\"},{\"operation\":\"submit\",\"externalId\":\"A-2\","
                + "\"properties\":{\"priority\":101}},{\"operation\":\"ping\"}]");

        Request.Unreadable wrong = (Request.Unreadable) document.requests().get(1);
        assertThat(document.fault()).isNull();
        assertThat(wrong.reference().externalId()).isEqualTo("A-2");
        assertThat(wrong.refusal().detail())
                .isEqualTo("/1/properties/priority: 101 is not a whole number from 0 to 100");
    }

    @Test
    void aFieldThatIsThereTwiceShouldBeToldByItsPointer() {
        Document document = Document.read("[{\"operation\":\"ping\"},{\"operation\":\"submit\",\"properties\":"
                + "{\"priority\":1,\"priority\":2}}]");

        assertThat(document.fault())
                .isEqualTo(new Refusal(
                        Code.INVALID_REQUEST,
                        "/1/properties/priority: is there twice; expected it once, for only one of the two could count",
                        List.of(new Refusal.Fault(
                                "/1/properties/priority",
                                "is there twice; expected it once, for only one of the two could count"))));
    }

    @Test
    void aWrongValueInXmlShouldBeToldByItsLine() {
        assertThat(refusal("<a>\n<interaction operation='submit'>\n<properties>\n<Priority>high</Priority></properties>"
                                + "</interaction></a>")
                        .detail())
                .isEqualTo("line 4, <Priority>: \"high\" is not a whole number from 0 to 100");
    }

    @Test
    void brokenDocumentsShouldSayWhere() {
        assertThat(Document.read("{\"operation\":").fault().detail()).contains("line 1, column");
        assertThat(Document.read("<a><b></a>").fault().detail())
                .contains("line 1, column")
                .doesNotContain("\n");
        assertThat(Document.read(" ").fault().detail()).isEqualTo("the document is empty");
        assertThat(Document.read("[]").fault().detail()).isEqualTo("the document holds no operation");
    }

    @Test
    void xmlShouldBeReadInTheEncodingThatItDeclares() {
        byte[] latin =
                "<?xml version='1.0' encoding='ISO-8859-1'?><i operation='submit'><properties><Subject>Grüße</Subject></properties></i>"
                        .getBytes(StandardCharsets.ISO_8859_1);

        Submit submit = (Submit) Document.read(latin).requests().get(0);
        assertThat(submit.submit().subject()).isEqualTo("Grüße");
    }

    @Test
    void xmlWithADoctypeShouldBeRefusedUnread() {
        assertThat(Document.read(
                                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a><i operation='submit'><properties>"
                                        + "<Subject>&x;</Subject></properties></i></a>")
                        .fault()
                        .detail())
                .contains("DOCTYPE");
        assertThat(Document.read("<!DOCTYPE a><a/>").fault().detail()).contains("DOCTYPE");
        assertThat(Document.read("<a>&undeclared;</a>").fault()).isNotNull();
    }

    @Test
    void aPropertyInAnotherLetterCaseShouldBeRefusedWithTheNearestName() {
        assertThat(refusal("{\"operation\":\"submit\",\"properties\":{\"Queue\":\"billing\",\"Tier\":\"gold\"}}")
                        .detail())
                .isEqualTo("/properties/Queue: is not known here; did you mean 'queue'? User data of this name goes"
                        + " into userData");
        assertThat(refusal("[{\"operation\":\"update\",\"id\":\"x\",\"properties\":{\"MEDIATYPE\":1}}]")
                        .detail())
                .startsWith("/0/properties/MEDIATYPE: ");
    }

    @Test
    void userDataMayBeCalledLikeAPropertyInAnyLetterCase() {
        Submit json = (Submit) only("{\"operation\":\"submit\",\"userData\":{\"Queue\":\"7\"}}");
        Submit xml =
                (Submit) only("<i operation='submit'><properties><property name='Queue'>7</property></properties></i>");

        assertThat(json.submit().userData()).containsEntry("Queue", "7");
        assertThat(xml).isEqualTo(json);
    }

    @Test
    void unknownOperationsShouldBeToldWhichThereAre() {
        assertThat(refusal("{\"operation\":\"explode\",\"id\":\"x\"}").detail())
                .isEqualTo("/operation: 'explode' is not known; expected one of submit, update, stop, hold, resume, "
                        + "getinfo, ping");
        assertThat(refusal("<interaction operation='explode'/>").detail())
                .startsWith("line 1, <interaction>: 'explode'");
    }

    private static Request only(String text) {
        Document document = Document.read(text);
        assertThat(document.requests()).hasSize(1);
        return document.requests().get(0);
    }

    private static Refusal refusal(String text) {
        return ((Request.Unreadable) only(text)).refusal();
    }
}
