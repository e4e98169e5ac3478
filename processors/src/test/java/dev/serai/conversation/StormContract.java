package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads in which programs answer each other, on each database. */
abstract class StormContract {
    private static final String CRM = "crm@customer.example";

    @TempDir
    Path folder;

    private MailHouse house;
    private InteractionId last;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void fillTheThread() {
        house = new MailHouse(freshDatabase(), folder, false);
        last = house.take(mail(0));
        InteractionId answer = house.write(last, CRM);
        for (int i = 1; i < MailHouse.MOST; i++) {
            last = house.take(mail(i).answering(house.messageId(answer)));
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p63_mailAboveTheMostInAThreadShouldBeMarkedAndKept() {
        InteractionId above = house.take(mail(MailHouse.MOST).answering(house.messageId(last)));

        assertThat(house.load(above).userData()).containsEntry("Storm", true);
        assertThat(house.load(above).content().warnings()).anyMatch(warning -> warning.startsWith("storm: "));
        assertThat(house.thread(above)).isEqualTo(house.thread(last));
    }

    @Test
    void p63_mailUpToTheMostShouldNotBeMarked() {
        assertThat(house.load(last).userData()).doesNotContainKey("Storm");
    }

    @Test
    void p63_newThreadsOfTheSameSenderShouldNotBeMarked() {
        InteractionId form = house.take(mail(99).about("A form of the web site"));

        assertThat(house.load(form).userData()).doesNotContainKey("Storm");
    }

    private static Mail mail(int number) {
        return Mail.from(CRM)
                .to("support@example.com")
                .id("<crm-" + number + "@customer.example>")
                .about("Case 4711");
    }
}
