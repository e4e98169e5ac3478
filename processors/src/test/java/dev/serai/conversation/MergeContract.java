package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts that are merged while mail of theirs is written, on both databases alike. */
abstract class MergeContract {
    @TempDir
    Path folder;

    private MailHouse house;
    private InteractionId into;
    private InteractionId question;
    private InteractionId gone;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
        into = contact(house.take(Mail.from("jo@customer.example").to("support@example.com")));
        question = house.take(Mail.from("jo@private.example").to("support@example.com"));
        gone = contact(question);
        house.sweeper.pass();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anAnswerThatWasComposedBeforeShouldBeWithWhoIsLeft() {
        InteractionId answer = house.write(question, "jo@private.example", () -> house.store.writeNow(this::merge));

        assertThat(contact(answer)).isEqualTo(into);
    }

    @Test
    void whatIsWrittenInTheSameMomentShouldFollowByThePass() throws Exception {
        InteractionId mail = house.capture(
                MailHouse.SUPPORT,
                Mail.from("jo@private.example")
                        .to("support@example.com")
                        .about("Again")
                        .bytes());
        CyclicBarrier read = new CyclicBarrier(2);
        CyclicBarrier merged = new CyclicBarrier(2);
        Unit<Boolean> reading = house.reading(mail);
        CompletableFuture<Boolean> written = CompletableFuture.supplyAsync(() -> house.store.transact(tx -> {
            tx.contacts().byAddress(MailHouse.TENANT, "jo@private.example");
            Boolean done = reading.apply(tx);
            await(read);
            await(merged);
            return done;
        }));
        await(read);
        house.store.writeNow(this::merge);
        await(merged);
        written.get(20, TimeUnit.SECONDS);

        house.sweeper.pass();

        assertThat(contact(mail)).isEqualTo(into);
    }

    private Boolean merge(Tx tx) {
        tx.merges().insert(MailHouse.TENANT, into, gone);
        return true;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private InteractionId contact(InteractionId id) {
        return Objects.requireNonNull(house.load(id).contact()).id();
    }
}
