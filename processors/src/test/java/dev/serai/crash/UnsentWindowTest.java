package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.store.Arrival;
import dev.serai.store.Database;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.Event;
import dev.serai.store.InteractionFilter;
import dev.serai.store.NewInteraction;
import dev.serai.store.PostgresSettings;
import dev.serai.store.RawContent;
import dev.serai.store.ReceiveUnit;
import dev.serai.store.Recipient;
import dev.serai.store.Store;
import dev.serai.store.Unit;
import dev.serai.store.WorkRow;
import dev.serai.testing.Postgres;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub dies between telling what a mail answers that it did not leave, and telling the owner of its account. */
class UnsentWindowTest {
    private static final String TENANT = "default";

    @TempDir
    private Path folder;

    @Test
    void whoShouldKnowShouldBeToldOnceWhenTheHubDiedInBetween() throws Exception {
        Postgres.Database database = Postgres.shared().createDatabase();
        TestInstance instance = new TestInstance(folder)
                .on(database)
                .placing()
                .account("default", 1, "Example Support <support@example.com>", "owner: post@example.com");
        InteractionId question = questionWhoseAnswerFailed(database);
        try (HubProcess dying =
                HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + CrashWindow.UNSENT_TOLD + ":1")) {
            assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
        }

        try (Hub hub = instance.start()) {
            Site.eventually(() -> assertThat(reports(hub.store())).hasSize(1));

            assertThat(told(hub.store(), question)).hasSize(1);
        }
    }

    private static InteractionId questionWhoseAnswerFailed(Postgres.Database database) {
        try (Store store = Store.on(Database.open(PostgresSettings.of(database, 2)))) {
            InteractionId question = store.writeNow(question());
            return store.writeNow(tx -> {
                InteractionId answer = InteractionId.next(Clock.systemUTC());
                Origin origin = new Origin(
                        null, null, question, question, "email", "Outbound", "OutboundReply", tx.now(), tx.now());
                tx.interactions()
                        .insert(new NewInteraction(answer, TENANT, origin, Content.none(), null, null, Map.of()));
                tx.work().insert(WorkRow.born(TENANT, answer, QueueName.of("general"), 50, tx.now()));
                DispatchRow row = DispatchRow.pending(
                        TENANT,
                        answer,
                        AccountName.of("default"),
                        "<a@example.com>",
                        "",
                        "support@example.com",
                        List.of("jo@example.org"),
                        tx.now());
                tx.dispatches()
                        .insert(row.left(Recipient.State.FAILED, "550 5.1.1 unknown", tx.now())
                                .to(DispatchRow.State.FAILED, "550 5.1.1 unknown", tx.now()));
                return question;
            });
        }
    }

    private static Unit<InteractionId> question() {
        ReceiveUnit unit = new ReceiveUnit(
                new Arrival(
                        TENANT,
                        PointName.of("support"),
                        "1:1",
                        RawContent.of("From: jo@example.org\r\n\r\nHi\r\n".getBytes(StandardCharsets.US_ASCII)),
                        QueueName.of("general"),
                        50,
                        "email",
                        Clock.systemUTC().instant(),
                        false,
                        null,
                        null,
                        Content.none(),
                        Map.of()),
                Clock.systemUTC());
        return tx -> unit.apply(tx).id();
    }

    private static List<Interaction> reports(Store store) {
        return store
                .read(tx ->
                        tx.interactions().find(TENANT, InteractionFilter.all().limit(100)))
                .stream()
                .filter(mail -> ("" + mail.content().subject()).contains("did not leave"))
                .toList();
    }

    private static List<Event> told(Store store, InteractionId question) {
        return store.read(tx -> tx.events().timeline(TENANT, question)).stream()
                .filter(event -> "failed".equals(event.data().get("dispatch")))
                .toList();
    }
}
