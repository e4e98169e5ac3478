package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.AnswerKey;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCapsTest {
    private static final Path SQL = Path.of(System.getProperty("serai.home"), "sql");
    private static final String NOTICE =
            "Dear sender, your request %s was received by our CRM and is being processed by the team.";

    private final AnswerCaps caps = new AnswerCaps(Duration.ofHours(1), 5, 3, 6, 2, 10, 60);

    @TempDir
    private Path folder;

    @Test
    void p60_aProgramThatAnswersFromAnotherAddressEachTimeShouldBeAnsweredThreeTimesInAThread() {
        try (Store store = h2()) {
            InteractionId thread = id();
            for (int i = 0; i < 3; i++) {
                assertThat(ask(store, "crm-" + i + "@vendor-" + i + ".example", thread, null))
                        .isEmpty();
            }

            assertThat(ask(store, "crm-9@vendor-9.example", thread, null))
                    .hasValue("there were 3 automatic answers in this thread within 60 minutes, 3 are the most");
        }
    }

    @Test
    void p60_mailThatSaysTheSameButForNumbersShouldBeAnsweredTwiceADomain() {
        try (Store store = h2()) {
            for (int i = 0; i < 2; i++) {
                assertThat(ask(store, "crm-" + i + "@vendor.example", id(), says(i)))
                        .isEmpty();
            }

            assertThat(ask(store, "crm-3@vendor.example", id(), says(3)).orElseThrow())
                    .contains("to this domain for mail that says the same");
            assertThat(ask(store, "crm-3@elsewhere.example", id(), says(3))).isEmpty();
        }
    }

    @Test
    void p63_aSenderShouldGetFiveAutomaticAnswersAnHourWhateverItsLetterCase() {
        try (Store store = h2()) {
            for (int i = 0; i < 5; i++) {
                assertThat(ask(store, "Jo@example.org", id(), null)).isEmpty();
            }

            assertThat(ask(store, "jo@EXAMPLE.org", id(), null).orElseThrow()).contains("to this address");
        }
    }

    @Test
    void p60_aDomainShouldGetSoManyAutomaticAnswersOnPostgres() {
        Postgres.Database fresh = Postgres.shared().createDatabase();
        DatabaseSettings settings = PostgresSettings.of(fresh, 2);
        try (Store store = Store.on(Database.open(settings))) {
            for (int i = 0; i < 6; i++) {
                assertThat(ask(store, "jo-" + i + "@example.org", id(), null)).isEmpty();
            }

            assertThat(ask(store, "jo-7@example.org", id(), null).orElseThrow()).contains("to this domain within");
        }
    }

    private Store h2() {
        return Store.on(Database.open(DatabaseSettings.embedded(folder, SQL)));
    }

    private Optional<String> ask(Store store, String address, InteractionId thread, @Nullable String sameAs) {
        return store.writeNow(tx -> caps.against(tx, "default", AnswerKey.of(address, thread, sameAs))
                .map(Suppression.Why::sentence));
    }

    private static @Nullable String says(int number) {
        return SameMail.key(NOTICE.formatted(number));
    }

    private static InteractionId id() {
        return InteractionId.next(Clock.systemUTC());
    }
}
