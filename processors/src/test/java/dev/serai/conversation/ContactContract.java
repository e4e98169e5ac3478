package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.Contact;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom mail is with, on both databases alike. */
abstract class ContactContract {
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
    void oneAddressShouldBeOneContactInAnyLetterCase() {
        InteractionId first = house.take(Mail.from("jo@customer.example"));
        InteractionId second = house.take(Mail.from("Jo Doe <JO@Customer.Example>"));

        assertThat(contact(second)).isEqualTo(new Contact(contact(first).id(), "Jo Doe", "jo@customer.example"));
    }

    @Test
    void theFirstNameShouldStay() {
        house.take(Mail.from("Jo Doe <jo@customer.example>"));
        InteractionId second = house.take(Mail.from("Somebody Else <jo@customer.example>"));

        assertThat(contact(second).name()).isEqualTo("Jo Doe");
    }

    @Test
    void anAddressShouldBeNoName() {
        assertThat(contact(house.take(Mail.from("\"jo@customer.example\" <jo@customer.example>")))
                        .name())
                .isNull();
    }

    @Test
    void twoContactsShouldBecomeOneWithAllAddressesAndInteractions() {
        InteractionId one = house.take(Mail.from("jo@customer.example"));
        InteractionId two = house.take(Mail.from("jo@private.example"));
        InteractionId into = contact(one).id();
        InteractionId gone = contact(two).id();

        house.store.writeNow(tx -> {
            tx.merges().insert(MailHouse.TENANT, into, gone);
            return true;
        });

        assertThat(contact(two).id()).isEqualTo(into);
        assertThat(house.addresses(into)).isEqualTo(List.of("jo@customer.example", "jo@private.example"));
        assertThat(contact(house.take(Mail.from("jo@private.example").about("Again")))
                        .id())
                .isEqualTo(into);
        assertThat(house.contact(gone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"support@example.com", "Support <SUPPORT@example.com>", "support+c.x@example.com"})
    void p62_ourOwnAddressesShouldNeverBeRequesters(String from) {
        InteractionId own = house.take(Mail.from(from).to("support@example.com"));

        assertThat(house.load(own).contact()).isNull();
        assertThat(house.contact("support@example.com")).isEmpty();
    }

    @Test
    void p62_mailOfAWebFormShouldBeWithWhomItNamesInReplyTo() {
        InteractionId form = house.take(
                Mail.from("support@example.com").to("support@example.com").with("Reply-To", "jo@customer.example"));

        assertThat(contact(form).address()).isEqualTo("jo@customer.example");
    }

    @Test
    void p62_aCopyOfWhatWeWroteShouldBeWithWhomItIsTo() {
        InteractionId copy = house.take(Mail.from("support@example.com").to("tokens@example.com, jo@customer.example"));

        assertThat(contact(copy).address()).isEqualTo("jo@customer.example");
    }

    @Test
    void p62_whatWeWriteToOurselvesShouldBeWithNobody() {
        assertThat(house.load(house.write(null, "tokens@example.com")).contact())
                .isNull();
    }

    private Contact contact(InteractionId id) {
        return Objects.requireNonNull(house.load(id).contact());
    }
}
