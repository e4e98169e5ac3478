package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.document.Document;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** All operations in both forms of a document, answered in the form they came in. */
public interface DocumentTopic extends PointTopic {

    @Test
    default void operationsInJsonShouldBeAppliedInOrderAndAnsweredInJson() throws Exception {
        send("""
                [{"operation": "submit", "externalId": "J-1", "properties": {"subject": "Order 7", "tier": "gold"}},
                 {"operation": "update", "externalId": "J-1", "properties": {"priority": 71, "tier": null, "order": "7"}},
                 {"operation": "hold", "externalId": "J-1", "properties": {"reason": "no stock"}},
                 {"operation": "getinfo", "externalId": "J-1"},
                 {"operation": "resume", "externalId": "J-1"},
                 {"operation": "ping"},
                 {"operation": "stop", "externalId": "J-1", "properties": {"reason": "spam"}}]""");

        bench().awaitAnswers("\"operation\":\"stopped\"", "\"externalId\":\"J-1\"");
        String all = String.join("\n", bench().driver().answers());
        assertThat(all)
                .contains("\"operation\":\"pong\"")
                .contains("\"changed\":{\"priority\":71,\"order\":\"7\"},\"deleted\":[\"tier\"]");
        Interaction stored = bench().byExternalId("J-1");
        assertThat(stored.standing().state()).isEqualTo(State.STOPPED);
        assertThat(stored.standing().stopReason()).isEqualTo("spam");
        assertThat(bench().events(stored))
                .containsSubsequence(
                        "serai.interaction.submitted",
                        "serai.interaction.changed",
                        "serai.interaction.held",
                        "serai.interaction.resumed",
                        "serai.interaction.stopped");
    }

    @Test
    default void operationsInXmlShouldBeAppliedInOrderAndAnsweredInXml() throws Exception {
        send("""
                <?xml version="1.0" encoding="UTF-8"?>
                <orders>
                  <interaction operation="submit" ExternalId="X-1"><properties><Subject>Order 8</Subject>
                    <ReceivedAt>2026-11-20 10:00:00</ReceivedAt><Tier>gold</Tier></properties></interaction>
                  <interaction operation="update" ExternalId="X-1"><properties><Priority>72</Priority></properties>
                    <deleted><Tier/></deleted></interaction>
                  <interaction operation="getinfo" ExternalId="X-1"/>
                  <interaction operation="stop" ExternalId="X-1"/>
                </orders>""");

        bench().awaitAnswers("operation=\"stopped\"", "ExternalId=\"X-1\"");
        assertThat(String.join("\n", bench().driver().answers()))
                .contains("<changed><Priority>72</Priority></changed><deleted><Tier></Tier></deleted>")
                .contains("<ReceivedAt>2026-11-20 10:00:00</ReceivedAt>")
                .contains("<StopReason>cancelled</StopReason>");
    }

    @Test
    default void aRefusedOperationShouldBeAnsweredByItsCode() throws Exception {
        send("[{\"operation\":\"submit\",\"externalId\":\"O-1\"},"
                + "{\"operation\":\"hold\",\"externalId\":\"nobody\"},"
                + "{\"operation\":\"submit\",\"externalId\":\"O-2\",\"properties\":{\"priority\":101}},"
                + "{\"operation\":\"explode\",\"externalId\":\"O-3\"},"
                + "{\"operation\":\"submit\",\"externalId\":\"O-4\"}]");

        bench().awaitAnswers("\"O-4\"");
        assertThat(bench().answersWith("not-found")).anyMatch(answer -> answer.contains("\"nobody\""));
        assertThat(bench().answersWith("\"O-2\"")).singleElement().asString().contains("error", "101");
        assertThat(bench().answersWith("\"O-3\"")).singleElement().asString().contains("error", "explode");
        assertThat(bench().named("O-1") + bench().named("O-4")).isEqualTo(2);
        assertThat(bench().named("O-2")).isZero();
    }

    @Test
    default void aDocumentThatCannotBeReadShouldBeAnsweredWithTheReason() throws Exception {
        send("<orders><interaction operation='submit' ExternalId='U-1'></orders>");

        bench().awaitAnswers("operation=\"error\"", "code=\"invalid-request\"", "line 1, column");
        assertThat(bench().named("U-1")).isZero();
    }

    @Test
    default void anInteractionOfAnotherPointShouldNotBeThere() throws Exception {
        Generation shipped = Generation.load(Home.of(TestInstance.checkout()));
        InteractionId theirs = new PointDesk(bench().store(), () -> shipped, Clock.systemUTC())
                .apply(
                        new Delivery(DeskContract.point("other"), null, null),
                        Document.read("{\"operation\":\"submit\"}"))
                .born()
                .get(0);
        send("{\"operation\":\"stop\",\"id\":\"" + theirs + "\"}");

        bench().awaitAnswers("not-found", theirs.value());
        assertThat(bench().load(theirs).standing().state()).isNotEqualTo(State.STOPPED);
    }

    private void send(String document) throws Exception {
        ((DocumentDriver) bench().driver()).send(document);
    }
}
