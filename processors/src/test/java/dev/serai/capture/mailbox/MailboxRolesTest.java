package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.mailbox.MailboxRole.Standing;
import dev.serai.interaction.PointName;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxRolesTest {
    private Store store;
    private MailboxRoles here;
    private MailboxRoles there;

    @BeforeEach
    void start(@TempDir Path folder) {
        Path sql = Path.of(System.getProperty("serai.home"), "sql");
        store = Store.on(Database.open(DatabaseSettings.embedded(folder, sql)));
        here = new MailboxRoles(new Roles(store, "node-a"));
        there = new MailboxRoles(new Roles(store, "node-b"));
        here.start();
        there.start();
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        store.close();
    }

    @Test
    void allMailboxesShouldBeHeldByTheNodeThatAskedFirst() {
        List<MailboxRole> first = wanted(here, 50);
        await().until(() -> all(first, Standing.HERE));

        List<MailboxRole> second = wanted(there, 50);
        await().until(() -> all(second, Standing.ELSEWHERE));

        assertThat(first).allMatch(role -> role.standing() == Standing.HERE);
    }

    @Test
    void releasedMailboxShouldBeTheOtherNodesWithinSeconds() {
        MailboxRole first = wanted(here, 1).get(0);
        await().until(() -> first.standing() == Standing.HERE);
        MailboxRole second = wanted(there, 1).get(0);
        await().until(() -> second.standing() == Standing.ELSEWHERE);

        first.release();

        await().until(() -> second.standing() == Standing.HERE);
    }

    @Test
    void closingShouldReleaseEverything() {
        MailboxRole first = wanted(here, 1).get(0);
        await().until(() -> first.standing() == Standing.HERE);

        first.release();
        here.close();

        MailboxRole second = wanted(there, 1).get(0);
        await().until(() -> second.standing() == Standing.HERE);
    }

    @Test
    void nodeThatCannotRenewShouldStopBeforeAnotherMayBegin() {
        AtomicLong later = new AtomicLong();
        MailboxRole role =
                new MailboxRole(PointName.of("support"), here, () -> System.nanoTime() + later.get(), () -> {});
        role.want();
        await().until(() -> role.standing() == Standing.HERE);

        later.set(Duration.ofSeconds(11).toNanos());

        assertThat(role.standing()).isEqualTo(Standing.UNKNOWN);
    }

    private static List<MailboxRole> wanted(MailboxRoles roles, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> roles.of(PointName.of("mailbox-" + i), () -> {}))
                .peek(MailboxRole::want)
                .toList();
    }

    private static boolean all(List<MailboxRole> roles, Standing standing) {
        return roles.stream().allMatch(role -> role.standing() == standing);
    }
}
