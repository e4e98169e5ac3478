package dev.serai.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.EventLog.Event;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.NewInteraction;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import dev.serai.view.ViewBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of work that waits long, on both databases alike; a class per database runs it. */
abstract class OverdueContract {
    private static final String TENANT = "default";
    private static final QueueName BILLING = QueueName.of("billing");
    private static final String STEPS = "escalate: [{after: 2h, raisePriority: 10}, {after: 8h, queue: supervisors}]\n";

    private Store store;
    private Generation live;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
        store.views(ViewBook.following(() -> live));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aStepShouldBeAppliedOnceInAStay() {
        live(STEPS);
        InteractionId id = waiting(Duration.ofHours(3));

        assertThat(escalator("n1").pass()).isEqualTo(1);
        assertThat(escalator("n1").pass()).isZero();

        assertThat(load(id).standing().priority()).isEqualTo(60);
        assertThat(last(id).type()).isEqualTo("serai.interaction.changed");
        assertThat(last(id).reason()).isEqualTo("it waits in billing for 2h (config/queues/billing.yaml:2)");
        assertThat(last(id).generation()).isEqualTo(live.id());
    }

    @Test
    void whatWaitedForAllStepsShouldBeRaisedAndMoved() {
        live(STEPS);
        InteractionId id = waiting(Duration.ofHours(9));

        escalator("n1").pass();

        assertThat(load(id).standing().queue()).isEqualTo(QueueName.of("supervisors"));
        assertThat(load(id).standing().priority()).isEqualTo(60);
        assertThat(last(id).reason()).startsWith("it waits in billing for 8h");
        assertThat(escalator("n1").pass()).isZero();
    }

    @Test
    void anEditShouldNotApplyAgainWhatWasApplied() {
        live(STEPS);
        InteractionId id = waiting(Duration.ofHours(3));
        escalator("n1").pass();

        live("escalate: [{after: 1h, raisePriority: 5}, {after: 150m, raisePriority: 20}]\n");
        escalator("n1").pass();

        assertThat(load(id).standing().priority()).isEqualTo(80);
    }

    @Test
    void aNewStayShouldBeginAnew() {
        live(STEPS);
        InteractionId id = waiting(Duration.ofHours(3));
        escalator("n1").pass();
        move(id, "supervisors");
        move(id, "billing");

        assertThat(store.<Duration>read(tx -> tx.escalations().applied(TENANT, id)))
                .isZero();
        assertThat(escalator("n1").pass()).isZero();
    }

    @Test
    void whatIsHeldOrWithAClientShouldBeLeftAlone() {
        live(STEPS);
        InteractionId held = waiting(Duration.ofHours(9));
        InteractionId assigned = waiting(Duration.ofHours(9));
        store.writeNow(tx -> new WorkChange(tx, tx.work().lock(TENANT, held).orElseThrow(), By.of("test")).hold(null));
        store.writeNow(tx -> {
            WorkRow row = tx.work().lock(TENANT, assigned).orElseThrow();
            tx.work().update(row.claimed(State.ASSIGNED, "anna", tx.now().plusSeconds(600), tx.now()));
            return true;
        });

        assertThat(escalator("n1").pass()).isZero();
    }

    @Test
    void onlyOneOfTwoNodesShouldEscalate() {
        live(STEPS);
        waiting(Duration.ofHours(3));

        assertThat(escalator("n1").pass() + escalator("n2").pass()).isEqualTo(1);
    }

    @Test
    void timeShouldCountWhileTheCalendarIsOpen() {
        live("hours: never\n" + STEPS);
        InteractionId id = waiting(Duration.ofHours(9));

        assertThat(escalator("n1").pass()).isZero();
        assertThat(load(id).standing().priority()).isEqualTo(50);
    }

    @Test
    void anAlertShouldBeRaisedOnceAndClearedOnce() {
        live("alert: {depth: 1, oldest: 8h}\n");
        InteractionId first = waiting(Duration.ofHours(9));
        InteractionId second = waiting(Duration.ofHours(1));
        AlertWatch watch = new AlertWatch(store, () -> live, new Roles(store, "n1"));

        assertThat(watch.pass() + watch.pass()).isEqualTo(2);
        move(first, "supervisors");
        move(second, "supervisors");
        assertThat(watch.pass() + watch.pass()).isEqualTo(2);

        List<Event> told = store.read(tx -> tx.events().timeline("*", "queue:billing"));
        assertThat(told)
                .extracting(Event::type)
                .containsExactly(
                        "serai.alert.raised", "serai.alert.raised", "serai.alert.cleared", "serai.alert.cleared");
        assertThat(told.get(0).reason()).isEqualTo("2 wait, more than the 1 of its alert");
        assertThat(told.get(1).reason()).isEqualTo("the oldest waits longer than the 8h of its alert");
    }

    @Test
    void anObjectiveShouldGiveADueTimeAndCountWhatIsOverdue() {
        live("serviceObjective: 4h\n");
        InteractionId late = waiting(Duration.ofHours(5));
        waiting(Duration.ofHours(1));

        Objective objective = Objective.of(load(late), live).orElseThrow();

        assertThat(objective.time()).isEqualTo(Duration.ofHours(4));
        assertThat(objective.dueAt()).isEqualTo(load(late).origin().receivedAt().plus(Duration.ofHours(4)));
        assertThat(store.<Long>read(tx -> tx.views().overdue(BILLING, tx.now().minus(Duration.ofHours(4)))))
                .isEqualTo(1);
    }

    private Escalator escalator(String node) {
        return new Escalator(store, () -> live, new Roles(store, node));
    }

    private void live(String keys) {
        live = Generation.of(FileSet.ofTexts(Map.of(
                "config/queues/billing.yaml", "description: Money.\n" + keys,
                "config/queues/supervisors.yaml", "description: Supervisors.\n",
                "config/calendars/never.yaml",
                        "timezone: UTC\nweek: {mon: \"00:00-00:01\"}\nholidays: [{from: 01-01, to: 12-31}]\n")));
        assertThat(live.problems()).isEmpty();
    }

    private InteractionId waiting(Duration time) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            Instant since = tx.now().minus(time);
            Origin origin = new Origin(null, null, null, id, "email", "Inbound", "InboundNew", since, since);
            tx.interactions().insert(new NewInteraction(id, TENANT, origin, Content.none(), null, null, Map.of()));
            WorkRow row = WorkRow.born(TENANT, id, BILLING, 50, since);
            tx.work().insert(tx.events().append(row, NewEvent.of("serai.interaction.submitted", "test")));
            return true;
        });
        return id;
    }

    private void move(InteractionId id, String queue) {
        store.writeNow(tx -> new WorkChange(tx, tx.work().lock(TENANT, id).orElseThrow(), By.of("test"))
                .move(QueueName.of(queue), tx.now()));
    }

    private Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    private Event last(InteractionId id) {
        List<Event> events = store.read(tx -> tx.events().timeline(TENANT, id));
        return events.get(events.size() - 1);
    }
}
