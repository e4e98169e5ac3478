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

/** What counts as mail of a storm, on each database. */
abstract class StormCountContract {
    private static final String JO = "jo@customer.example";

    @TempDir
    Path folder;

    private MailHouse house;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p63_aSenderAboveTheMostShouldBeMarkedWhateverTheThread() {
        InteractionId last = take(MailHouse.MOST_OF_SENDER);
        InteractionId above = house.take(mail("<above@x>").about("One more"));

        assertThat(house.load(last).userData()).doesNotContainKey("Storm");
        assertThat(house.load(above).userData()).containsEntry("Storm", true);
        assertThat(house.load(above).content().warnings())
                .anyMatch(warning -> warning.contains("serai.intake.sender-storm"));
    }

    @Test
    void p63_aStormOfOneSenderShouldNotMarkAnother() {
        take(MailHouse.MOST_OF_SENDER + 1);

        InteractionId other = house.take(Mail.from("al@customer.example").to("support@example.com"));

        assertThat(house.load(other).userData()).doesNotContainKey("Storm");
    }

    @Test
    void p63_copiesForSeveralRecipientsShouldCountOnce() {
        house.take(mail("<0@x>"));
        for (int i = 1; i < MailHouse.MOST - 1; i++) {
            house.take(
                    MailHouse.SPLIT,
                    Mail.from(JO)
                            .to("split@example.com, support@example.com, tokens@example.com, words@example.com")
                            .id("<" + i + "@x>")
                            .answering("<0@x>"));
        }

        InteractionId last = house.take(mail("<last@x>").answering("<0@x>"));

        assertThat(house.load(last).userData()).doesNotContainKey("Storm");
    }

    @Test
    void p63_mailThatJoinedLaterShouldMakeNoStorm() {
        for (int i = 0; i <= MailHouse.MOST; i++) {
            house.take(mail("<child" + i + "@x>").answering("<parent@x>"));
        }
        InteractionId parent = house.take(mail("<parent@x>"));

        InteractionId reply = house.take(mail("<reply@x>").answering("<parent@x>"));

        assertThat(house.thread(reply)).isEqualTo(parent);
        assertThat(house.load(reply).userData()).doesNotContainKey("Storm");
    }

    /** Mails that are threads of their own; the last. */
    private InteractionId take(int mails) {
        for (int i = 1; i < mails; i++) {
            house.take(mail("<" + i + "@x>").about("Form " + i));
        }
        return house.take(mail("<" + mails + "@x>").about("Form " + mails));
    }

    private static Mail mail(String id) {
        return Mail.from(JO).to("support@example.com").id(id);
    }
}
