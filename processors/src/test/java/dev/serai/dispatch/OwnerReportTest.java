package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.notice.UnsentWatch;
import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.InteractionFilter;
import dev.serai.store.Recipient;
import dev.serai.store.Roles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account's owner gets one report an hour whatever becomes of what it tells, and none of the report itself. */
class OwnerReportTest {
    private static final String WORDS = "550 5.1.1 <jo@example.org>: user unknown";

    @TempDir
    Path folder;

    private DispatchHouse house;
    private UnsentWatch watch;

    @BeforeEach
    void open() {
        house = new DispatchHouse(folder, new SimulatedTime())
                .account("host: smtp.example.com", "owner: post@example.com");
        watch = new UnsentWatch(house.store, house::generation, new Roles(house.store, "test"), house.outbox);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p65_aNotificationOfAClientThatFailedShouldBeToldToTheOwner() {
        InteractionId id = submitted(Kind.NOTIFICATION);
        fail(id);

        watch.pass();

        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report.content().text()).contains(id.value()));
    }

    @Test
    void aReportThatCannotLeaveShouldBeReportedToNobody() {
        fail(submitted(Kind.NEW));
        watch.pass();
        InteractionId report = reports().get(0).id();
        house.handOver(report);
        fail(report);
        house.passTime(Duration.ofHours(2));

        watch.pass();
        watch.pass();

        assertThat(reports()).hasSize(1);
    }

    @Test
    void whatFailsAgainAfterARetryShouldNotBringAnotherReportWithinTheHour() {
        InteractionId id = submitted(Kind.NEW);
        fail(id);
        watch.pass();
        house.passTime(Duration.ofMinutes(10));
        fail(id);

        watch.pass();
        int within = reports().size();
        house.passTime(Duration.ofMinutes(51));
        watch.pass();

        assertThat(within).isEqualTo(1);
        assertThat(reports()).hasSize(2);
    }

    @Test
    void whatWasMendedBeforeItsReportShouldNotPutOffTheNext() {
        fail(submitted(Kind.NEW));
        watch.pass();
        house.passTime(Duration.ofMinutes(30));
        InteractionId mended = submitted(Kind.NEW);
        fail(mended);
        watch.pass();
        become(mended, State.PENDING);
        house.passTime(Duration.ofMinutes(31));
        watch.pass();
        InteractionId lost = submitted(Kind.NEW);
        fail(lost);

        watch.pass();

        assertThat(reports())
                .hasSize(2)
                .anySatisfy(report -> assertThat(report.content().text()).contains(lost.value()));
    }

    @Test
    void p65_theReportShouldLeaveByAnotherAccountWhereItsOwnIsInTrouble() {
        String from = "from: support@example.com";
        house.accounts(Map.of(
                DispatchHouse.ACCOUNT,
                List.of(from, "host: smtp.example.com", "owner: post@example.com"),
                AccountName.of("other"),
                List.of(from, "host: mail.example.net")));
        fail(submitted(Kind.NEW));
        InteractionId waiting = submitted(Kind.NEW);
        house.store.writeNow(tx -> {
            DispatchRow row = tx.dispatches().load("default", waiting).orElseThrow();
            tx.dispatches()
                    .update(row.to(State.DEFERRED, "535 5.7.8 no", tx.now())
                            .caused(new DispatchRow.Cause("login", "login")));
            return waiting;
        });

        watch.pass();

        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report.userData()).containsEntry(PreparedOutbound.ACCOUNT, "other"));
    }

    private InteractionId submitted(Kind kind) {
        InteractionId id = house.store(null, DispatchHouse.draft(kind, "Hello", "Hello", "jo@example.org"));
        house.handOver(id);
        return id;
    }

    private void fail(InteractionId id) {
        become(id, State.FAILED);
    }

    private void become(InteractionId id, State state) {
        house.store.writeNow(tx -> {
            DispatchRow row = tx.dispatches().load("default", id).orElseThrow();
            DispatchRow next = state == State.FAILED ? row.left(Recipient.State.FAILED, WORDS, tx.now()) : row;
            tx.dispatches().update(next.to(state, WORDS, tx.now()));
            return id;
        });
    }

    private List<Interaction> reports() {
        return house
                .store
                .read(tx -> tx.interactions()
                        .find("default", InteractionFilter.all().limit(100)))
                .stream()
                .filter(mail -> ("" + mail.content().subject()).contains("did not leave"))
                .toList();
    }
}
