package dev.serai.conversation;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Fence;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.Event;
import dev.serai.store.Recipient;
import dev.serai.store.Undeliverable;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An answer of ours that a report speaks of, on each database. */
abstract class ReportedAnswer {
    static final String JO = "jo@customer.example";
    static final String AL = "al@customer.example";
    static final String UNKNOWN = "550 5.1.1 <jo@customer.example>: user unknown";

    @TempDir
    Path folder;

    MailHouse house;
    InteractionId question;
    InteractionId answer;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
        question = house.take(Mail.from(JO)
                .to("support@example.com")
                .id("<q@customer.example>")
                .about("Lamp"));
        answer = house.write(question, JO);
    }

    @AfterEach
    void close() {
        house.close();
    }

    void sent(DispatchRow.State state, String... recipients) {
        house.store.writeNow(tx -> {
            Instant now = tx.now();
            DispatchRow row = DispatchRow.pending(
                    MailHouse.TENANT,
                    answer,
                    AccountName.of("default"),
                    house.messageId(answer),
                    "",
                    "support@example.com",
                    List.of(recipients),
                    now);
            tx.dispatches().insert(row);
            boolean uncertain = state == DispatchRow.State.UNCERTAIN;
            tx.dispatches().update((uncertain ? row : row.left(Recipient.State.SENT, null, now)).to(state, null, now));
            WorkChange change =
                    new WorkChange(tx, tx.work().lock(MailHouse.TENANT, answer).orElseThrow(), By.of("test"));
            if (uncertain) {
                change.place(QueueDefinition.DISPATCH, now.plusSeconds(99_999));
            } else {
                change.stop("sent");
            }
            return true;
        });
    }

    void change(UnaryOperator<DispatchRow> change) {
        house.store.writeNow(tx -> {
            tx.dispatches()
                    .update(change.apply(
                            tx.dispatches().load(MailHouse.TENANT, answer).orElseThrow()));
            return true;
        });
    }

    void divert(String to) {
        house.store.writeNow(tx -> {
            DispatchRow row = tx.dispatches().load(MailHouse.TENANT, answer).orElseThrow();
            tx.dispatches().sending(new Fence(MailHouse.TENANT, answer, 1, 1), to, tx.now());
            tx.dispatches().update(row);
            return true;
        });
    }

    DispatchRow dispatch() {
        return house.store
                .read(tx -> tx.dispatches().load(MailHouse.TENANT, answer))
                .orElseThrow();
    }

    Optional<Undeliverable> undeliverable(String address) {
        return house.store.read(tx -> tx.undeliverable().load(MailHouse.TENANT, address));
    }

    List<Event> events(InteractionId id, String type) {
        return house.events(id).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }
}
