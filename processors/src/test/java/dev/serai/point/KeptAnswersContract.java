package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.document.Document;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For how long deliveries are known, on both databases alike; a class per database runs it. */
abstract class KeptAnswersContract {
    private static final Generation FILES = Generation.load(Home.of(Path.of(System.getProperty("serai.home"))));
    private static final Document ORDERS =
            Document.read("[{\"operation\":\"submit\"},{\"operation\":\"submit\"},{\"operation\":\"destroy\"}]");

    private Store store;
    private PointDesk desk;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
        desk = new PointDesk(store, () -> FILES, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasNotAcknowledgedShouldBeKnownHoweverOldItIs() {
        desk.apply(owed("m1"), ORDERS);
        after(Duration.ofDays(400));

        Fate again = desk.apply(owed("m1"), ORDERS);

        assertThat(again.replayed()).isTrue();
        assertThat(again.reasons()).hasSize(1);
    }

    @Test
    void whatWasAcknowledgedShouldBeForgottenWhenItIsOld() {
        desk.apply(owed("m1"), ORDERS);
        desk.apply(owed("m10"), ORDERS);
        desk.acknowledged(owed("m1"));
        store.writeAcknowledged();
        after(Duration.ofDays(8));

        assertThat(desk.apply(owed("m1"), ORDERS).born()).hasSize(2);
        assertThat(desk.apply(owed("m10"), ORDERS).replayed()).isTrue();
    }

    @Test
    void whatIsNotOwedShouldBeForgottenWhenItIsOld() {
        desk.apply(new Delivery(DeskContract.point("crm"), "k1", null), ORDERS);
        after(Duration.ofDays(8));

        assertThat(desk.apply(new Delivery(DeskContract.point("crm"), "k1", null), ORDERS)
                        .born())
                .hasSize(2);
    }

    @Test
    void theSameKeyOfAnotherPointShouldKeepNothing() {
        desk.apply(owed("m1"), ORDERS);
        desk.apply(new Delivery(DeskContract.point("other"), "m1", null), ORDERS);
        int forgotten = after(Duration.ofDays(8));

        assertThat(forgotten).isEqualTo(3);
    }

    @Test
    void whatIsNeverAcknowledgedShouldBeGivenUpAtLast() {
        desk.apply(owed("m1"), ORDERS);
        desk.apply(owed("m2"), ORDERS);

        int first = store.writeNow(tx -> tx.deliveries().giveUp(Instant.now().plusSeconds(60), 1));
        int second = store.writeNow(tx -> tx.deliveries().giveUp(Instant.now().plusSeconds(60), 10));

        assertThat(first).isOne();
        assertThat(second).isOne();
        assertThat(after(Duration.ofDays(8))).isEqualTo(6);
    }

    @Test
    void oldAnswersShouldBeForgottenInPieces() {
        desk.apply(new Delivery(DeskContract.point("crm"), "k1", null), ORDERS);
        Instant later = Instant.now().plusSeconds(60);

        int first = store.writeNow(tx -> tx.deliveries().purge(later, 2));
        int second = store.writeNow(tx -> tx.deliveries().purge(later, 2));

        assertThat(first).isEqualTo(2);
        assertThat(second).isOne();
    }

    @Test
    void aDeliveryWhoseNameBeginsAsAnotherShouldNotKeepIt() {
        desk.apply(owed("m1"), ORDERS);
        desk.apply(new Delivery(DeskContract.point("crm"), "m1#x", null), ORDERS);

        assertThat(after(Duration.ofDays(8))).isEqualTo(3);
    }

    /** Lets so much time pass for the answers. */
    private int after(Duration time) {
        return store.writeNow(
                tx -> tx.deliveries().purge(Instant.now().plus(time).minus(Duration.ofDays(7)), 1_000));
    }

    private static Delivery owed(String key) {
        return Delivery.owed(DeskContract.point("crm"), key, new Delivery.Reply(null, null));
    }
}
