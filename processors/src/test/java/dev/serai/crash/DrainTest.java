package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.store.EventLog.Event;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {
    private static final int BY_SIGTERM = 143;

    @TempDir
    private Path folder;

    @Test
    void hubShouldEndWhatItBeganWhenItIsToldToStop() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                Site site = new Site(folder, dovecot)) {
            site.instance().on(Postgres.shared().createDatabase()).setting("serai.strategy.lease", "60s");
            site.deliver(200, 20);
            site.order(5);
            try (HubProcess running = HubProcess.start(folder)) {
                new Client().awaitQueued(running.awaitReady(), 20);
                running.terminate();
                assertThat(running.awaitExit()).as(running.output()).isEqualTo(BY_SIGTERM);
            }
            try (Hub next = site.instance().start()) {
                site.awaitRest(next.store());
                site.balance(next.store());

                Books books = new Books(next.store());
                assertThat(books.uncertain()).isEmpty();
                assertThat(books.events()).extracting(Event::type).doesNotContain("serai.interaction.lease-expired");
            }
            site.brokerIsEmpty();
        }
    }
}
