package dev.serai.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.operation.Change;
import dev.serai.operation.ChangeRequest;
import dev.serai.operation.Complete;
import dev.serai.operation.Hold;
import dev.serai.operation.Lease;
import dev.serai.operation.Move;
import dev.serai.operation.Pull;
import dev.serai.operation.PullRequest;
import dev.serai.operation.Resume;
import dev.serai.operation.Return;
import dev.serai.operation.Stop;
import dev.serai.store.OutgoingRow;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What points are told when others change their interactions. */
class NotificationTest {
    private static final By OPERATOR = By.of("operator").because("by hand");
    private static final QueueName BILLING = QueueName.of("billing");
    private static final String SUBMIT =
            "{\"operation\":\"submit\",\"externalId\":\"A-1\",\"properties\":{\"tier\":\"gold\"}}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aPointShouldBeToldOfEachChangeThatAnotherMade(TestStore database) throws Exception {
        try (Desk desk = desk(database, "notify: all")) {
            InteractionId id = desk.submit("crm", SUBMIT);
            desk.done(new Change(Desk.target(id), null, userData("tier", null, "colour", "red", 70), OPERATOR));
            desk.done(new Hold(Desk.target(id), null, OPERATOR));
            desk.done(new Resume(Desk.target(id), OPERATOR));
            desk.done(new Return(Desk.target(id), token(desk), Duration.ZERO, null));
            desk.done(new Complete(Desk.target(id), token(desk), "completed", "all is said"));

            List<OutgoingRow> told = desk.told("crm");

            assertThat(told)
                    .extracting(NotificationTest::word)
                    .containsExactly("changed", "held", "resumed", "assigned", "returned", "assigned", "completed");
            assertThat(told.get(0).body())
                    .contains("\"id\":\"" + id + "\",\"externalId\":\"A-1\"")
                    .contains("\"changed\":{\"priority\":70,\"colour\":\"red\"},\"deleted\":[\"tier\"]")
                    .contains("\"reason\":\"by hand\"");
            assertThat(told.get(1).body()).contains("\"state\":\"held\"").doesNotContain("stopReason");
            assertThat(told.get(3).body()).contains("\"assignedTo\":\"anna\"");
            assertThat(told.get(6).body()).contains("\"stopReason\":\"completed\"", "\"reason\":\"all is said\"");
            assertThat(told)
                    .extracting(OutgoingRow::deliveryId)
                    .contains(id + "/2")
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPointShouldNotBeToldWhatItDidItself(TestStore database) throws Exception {
        try (Desk desk = desk(database, "notify: all")) {
            desk.submit("crm", SUBMIT);
            desk.apply("crm", "{\"operation\":\"hold\",\"externalId\":\"A-1\"}");
            desk.apply("crm", "{\"operation\":\"stop\",\"externalId\":\"A-1\"}");

            assertThat(desk.told("crm")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPointShouldBeToldWhatSomebodyOfItsNameDid(TestStore database) throws Exception {
        try (Desk desk = desk(database, "notify: all")) {
            InteractionId id = desk.submit("crm", SUBMIT);
            desk.done(new Hold(Desk.target(id), null, By.of("crm")));

            assertThat(desk.told("crm")).extracting(NotificationTest::word).containsExactly("held");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPointShouldBeToldOnlyWhatItAsksFor(TestStore database) throws Exception {
        try (Desk desk = desk(database, "notify: 'stopped,queued'")) {
            InteractionId id = desk.submit("crm", SUBMIT);
            desk.done(new Hold(Desk.target(id), null, OPERATOR));
            desk.done(new Resume(Desk.target(id), OPERATOR));
            desk.done(new Move(
                    Desk.target(id), QueueName.of("inbound"), desk.files().queues(), OPERATOR));
            desk.done(new Stop(Desk.target(id), "completed", OPERATOR));

            assertThat(desk.told("crm")).extracting(NotificationTest::word).containsExactly("queued", "stopped");
            assertThat(desk.told("crm").get(0).body()).contains("\"queue\":\"inbound\"", "\"state\":\"queued\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void newsShouldHaveTheFormThatTheInteractionWasLastOperatedIn(TestStore database) throws Exception {
        try (Desk desk = desk(database, "notify: 'held,resumed', notifyForm: json")) {
            InteractionId id = desk.submit("crm", SUBMIT);
            desk.done(new Hold(Desk.target(id), null, OPERATOR));
            desk.told("crm");
            desk.apply(
                    "crm",
                    "<interaction operation='update' ExternalId='A-1'><properties><a>1</a></properties>"
                            + "</interaction>");
            desk.done(new Resume(Desk.target(id), OPERATOR));

            assertThat(desk.told("crm")).extracting(OutgoingRow::form).containsExactly("json", "xml");
            assertThat(desk.told("crm").get(1).body())
                    .startsWith("<interaction operation=\"resumed\" InteractionId=\"" + id + "\" ExternalId=\"A-1\">");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPointThatAsksForNothingShouldBeToldNothingEvenLater(TestStore database) throws Exception {
        try (Desk desk = desk(database, "notify: none")) {
            InteractionId id = desk.submit("crm", SUBMIT);
            desk.done(new Hold(Desk.target(id), null, OPERATOR));

            assertThat(desk.told("crm")).isEmpty();
        }
    }

    private Desk desk(TestStore database, String notify) {
        return new Desk(database.open(folder), Map.of("crm", notify));
    }

    private static String token(Desk desk) {
        Lease lease = desk.done(new Pull(
                        new PullRequest("default", BILLING, 1, Duration.ofMinutes(5), "anna"),
                        desk.files().queues()))
                .get(0);
        return lease.token();
    }

    private static ChangeRequest userData(
            String gone, @Nullable Object nothing, String key, Object value, int priority) {
        Map<String, @Nullable Object> userData = new HashMap<>();
        userData.put(gone, nothing);
        userData.put(key, value);
        return new ChangeRequest(priority, false, null, userData);
    }

    private static String word(OutgoingRow row) {
        return row.body().replaceFirst(".*?\"operation\":\"([a-z]+)\".*", "$1");
    }
}
