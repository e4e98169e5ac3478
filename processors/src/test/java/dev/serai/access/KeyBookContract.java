package dev.serai.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.EventLog.Event;
import dev.serai.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as they are kept, on both databases alike. */
abstract class KeyBookContract {
    private static final KeyName SHOP = KeyName.of("shop");

    @TempDir
    Path folder;

    private final KeyText text = KeyText.random(new SecureRandom());
    private Store store;
    private KeyRing otherNode;
    private volatile Set<TenantName> tenants = Set.of(TenantName.DEFAULT);

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
        otherNode = new KeyRing(store, () -> tenants, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aKeyShouldBeKeptWithAllButItsText() {
        add();

        ApiKey kept = store.read(tx -> new KeyBook(tx).find(SHOP)).orElseThrow();
        assertThat(kept.roles()).containsExactly(Role.SUBMIT);
        assertThat(kept.points()).containsExactly(PointName.of("crm"));
        assertThat(kept.rate()).hasToString("100/s");
        assertThat(kept.expiresAt()).isEqualTo(kept.createdAt().plus(Duration.ofDays(90)));
        assertThat(kept.digest()).isEqualTo(text.digest()).doesNotContain(text.reveal());
    }

    @Test
    void aNameShouldNeverBeGivenTwice() {
        add();
        store.writeNow(tx -> new KeyBook(tx).revoke(SHOP, "anna"));

        NewKey wanted = new NewKey(SHOP, Set.of(Role.VIEW), Set.of(), Optional.empty(), null, null);
        Optional<ApiKey> again =
                store.writeNow(tx -> new KeyBook(tx).add(wanted, KeyText.random(new SecureRandom()), "anna"));

        assertThat(again).isEmpty();
    }

    @Test
    void anotherNodeShouldForgetARevokedKeyAtItsNextPass() {
        add();
        otherNode.pass();
        assertThat(otherNode.isGood(text.digest())).isTrue();

        store.writeNow(tx -> new KeyBook(tx).revoke(SHOP, "anna"));
        otherNode.pass();

        assertThat(otherNode.isGood(text.digest())).isFalse();
        assertThat(otherNode.find(text)).get().matches(ApiKey::isRevoked);
    }

    @Test
    void aKeyShouldBeWorthNothingWithoutItsTenantAndThoseWhoWaitShouldBeTold() {
        TenantName acme = TenantName.of("acme");
        NewKey wanted = new NewKey(SHOP, Set.of(Role.VIEW), Set.of(), Optional.of(acme), null, null);
        store.writeNow(tx -> new KeyBook(tx).add(wanted, text, "anna"));
        tenants = Set.of(TenantName.DEFAULT, acme);
        otherNode.pass();
        assertThat(otherNode.isGood(text.digest())).isTrue();
        AtomicReference<Boolean> told = new AtomicReference<>();
        otherNode.onRefresh(() -> told.set(otherNode.isGood(text.digest())));

        tenants = Set.of(TenantName.DEFAULT);
        otherNode.pass();

        assertThat(told).hasValue(false);
        assertThat(otherNode.find(text)).get().matches(key -> !otherNode.isOfSomebody(key));
    }

    @Test
    void aRotatedKeyShouldBeAnotherText() {
        add();
        KeyText next = KeyText.random(new SecureRandom());

        store.writeNow(tx -> new KeyBook(tx).rotate(SHOP, next, "anna"));
        otherNode.pass();

        assertThat(otherNode.find(text)).isEmpty();
        assertThat(otherNode.find(next)).isPresent();
    }

    @Test
    void everyChangeShouldBeAnEventWithItsActor() {
        add();
        store.writeNow(tx -> new KeyBook(tx).rotate(SHOP, KeyText.random(new SecureRandom()), "anna"));
        store.writeNow(tx -> new KeyBook(tx).revoke(SHOP, "jo"));

        List<Event> told = store.read(tx -> tx.events().timeline("*", "key:shop"));
        assertThat(told)
                .extracting(Event::type, Event::actor)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("serai.key.created", "anna"),
                        org.assertj.core.api.Assertions.tuple("serai.key.rotated", "anna"),
                        org.assertj.core.api.Assertions.tuple("serai.key.revoked", "jo"));
    }

    @Test
    void whenAKeyWasUsedShouldBeWrittenLater() {
        add();
        otherNode.refresh();
        otherNode.find(text);
        assertThat(store.read(tx -> new KeyBook(tx).find(SHOP)).orElseThrow().usedAt())
                .isNull();

        otherNode.writeUsed();

        assertThat(store.read(tx -> new KeyBook(tx).find(SHOP)).orElseThrow().usedAt())
                .isNotNull();
    }

    private void add() {
        NewKey wanted = new NewKey(
                SHOP,
                Set.of(Role.SUBMIT),
                Set.of(PointName.of("crm")),
                Optional.empty(),
                Rate.of("100/s"),
                Duration.ofDays(90));
        store.writeNow(tx -> new KeyBook(tx).add(wanted, text, "anna"));
    }
}
