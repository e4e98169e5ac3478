package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.TestInstance;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.StoredMail;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Three full mailboxes, each with another promise of what becomes of taken mail, and a hub that takes and places it. */
final class Backlog {
    private static final String PASSWORD = "p + % & # w";
    private static final String ARCHIVE = "Archive";

    private final Dovecot dovecot;
    private final Postgres.Database database;
    private final List<CustomerMail> toMark;
    private final List<CustomerMail> toMove;
    private final List<CustomerMail> toDelete;

    /** Half of the mails are to be marked, a quarter each moved and deleted. */
    Backlog(Path folder, Dovecot dovecot, Postgres.Database database, int mails) {
        this.dovecot = dovecot;
        this.database = database;
        this.toMark = CustomerMail.to("marked", mails / 2);
        this.toMove = CustomerMail.to("moved", mails / 4);
        this.toDelete = CustomerMail.to("deleted", mails / 4);
        Stream.of("marked", "moved", "deleted").forEach(user -> dovecot.addUser(user, PASSWORD));
        new TestInstance(folder)
                .on(database)
                .setting("serai.strategy.lease", "5s")
                .imap("marked", dovecot, PASSWORD, "mark-seen")
                .imap("moved", dovecot, PASSWORD, "move\n        moveToFolder: " + ARCHIVE)
                .pop3("deleted", dovecot, PASSWORD, "delete")
                .placing();
    }

    void deliver() {
        toMark.forEach(mail -> dovecot.deliver("marked", mail.bytes()));
        toMove.forEach(mail -> dovecot.deliver("moved", mail.bytes()));
        toDelete.forEach(mail -> dovecot.deliver("deleted", mail.bytes()));
    }

    int captured() {
        return number("select count(*) from ledger where result = 'taken'");
    }

    /** Waits until so many mails are in the ledger; fails when the hub ends. */
    void awaitCaptured(int mails, HubProcess hub, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            assertThat(hub.handle().isAlive()).as(hub.output()).isTrue();
            assertThat(captured()).as(hub.output()).isGreaterThanOrEqualTo(mails);
        });
    }

    /** Every mail waits for a client, and its mailbox is as afterProcessing says. */
    void isAsPromised() {
        assertThat(number("select count(*) from work where queue = 'general' and state = 'queued'"))
                .isEqualTo(toMark.size() + toMove.size() + toDelete.size());
        assertThat(dovecot.inbox("marked").mails()).hasSize(toMark.size()).allMatch(StoredMail::seen);
        assertThat(dovecot.inbox("moved").mails()).isEmpty();
        assertThat(dovecot.folder("moved", ARCHIVE).mails()).hasSize(toMove.size());
        assertThat(dovecot.inbox("deleted").mails()).isEmpty();
    }

    /** One ledger row, one interaction, one raw with its own bytes for each mail, and nothing else. */
    void isEachTakenOnce() {
        int mails = toMark.size() + toMove.size() + toDelete.size();
        assertThat(number("select count(*) from ledger")).as("ledger rows").isEqualTo(mails);
        assertThat(number("select count(distinct raw_digest) from ledger where result = 'taken'"))
                .isEqualTo(mails);
        assertThat(number("select count(*) from interaction"))
                .as("interactions")
                .isEqualTo(mails);
        assertThat(number("select count(distinct sha256) from raw")).as("raws").isEqualTo(mails);
        assertThat(texts("select sha256 from raw"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(toMark, toMove, toDelete)
                        .flatMap(List::stream)
                        .map(CustomerMail::sha256)
                        .toList());
    }

    private int number(String query) {
        return Integer.parseInt(texts(query).get(0));
    }

    private List<String> texts(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        } catch (SQLException notYet) {
            return List.of("0"); // the hub has not made its tables yet
        }
    }
}
