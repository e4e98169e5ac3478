package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.Event;
import dev.serai.store.InteractionFilter;
import dev.serai.store.QuarantineTable;
import dev.serai.store.QueueDepth;
import dev.serai.store.Store;
import dev.serai.testing.SunkMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What is to be true when a hub rests, whatever happened to it before. */
final class Books {
    private static final String TENANT = "default";
    private static final int ALL = 1_000_000;
    private static final Set<String> HUBS_OWN = Set.of("intake", "inbound", "outbound", "dispatch");

    private final Store store;

    Books(Store store) {
        this.store = store;
    }

    /** So many interactions came in, and nothing is on its way but what waits for a person. */
    void rest(int expected) {
        assertThat(interactions("Inbound").size()).as("inbound interactions").isEqualTo(expected);
        long uncertain = dispatches().stream()
                .filter(row -> row.state() == DispatchRow.State.UNCERTAIN)
                .count();
        assertThat(depths().stream()
                        .filter(depth -> HUBS_OWN.contains(depth.queue().value()))
                        .mapToLong(QueueDepth::depth)
                        .sum())
                .as("on their way, but for the uncertain")
                .isEqualTo(uncertain);
    }

    /** Each mail is one interaction with its own bytes; so is each order, which has none. */
    void takenOnce(List<CustomerMail> mails, List<String> orders) {
        List<Interaction> inbound = interactions("Inbound");
        assertThat(inbound.stream()
                        .flatMap(one -> store.raw(TENANT, one.id()).stream())
                        .map(raw -> raw.sha256()))
                .containsExactlyInAnyOrderElementsOf(
                        mails.stream().map(CustomerMail::sha256).toList());
        assertThat(inbound.stream()
                        .filter(one -> store.raw(TENANT, one.id()).isEmpty())
                        .map(one -> one.content().subject()))
                .containsExactlyInAnyOrderElementsOf(orders);
    }

    /** Nothing was put aside, and nobody has anything without a lease. */
    void nothingAside() {
        List<QuarantineTable.Case> aside = store.read(tx -> tx.quarantine().list(ALL));
        assertThat(aside).isEmpty();
        assertThat(depths())
                .extracting(QueueDepth::state)
                .containsAnyOf(State.QUEUED, State.ASSIGNED)
                .doesNotContain(State.ROUTING, State.HELD, State.QUARANTINED);
        assertThat(interactions("Inbound"))
                .filteredOn(one -> one.standing().state() == State.ASSIGNED)
                .allSatisfy(one -> assertThat(one.standing().leaseUntil()).isNotNull());
    }

    /** Each customer's letters, as many as expected, left once; what is uncertain left once or never. */
    void answeredOnce(Map<String, Integer> letters, List<SunkMail> received) {
        Map<String, List<DispatchRow>> rows = dispatches().stream()
                .collect(Collectors.groupingBy(
                        row -> String.join(",", row.recipients().addresses())));
        assertThat(rows.keySet()).isEqualTo(letters.keySet());
        assertThat(received).allSatisfy(mail -> assertThat(letters).containsKey(customer(mail)));
        letters.forEach((customer, expected) -> {
            assertThat(rows.get(customer)).as(customer).hasSize(expected);
            assertThat(rows.get(customer))
                    .extracting(DispatchRow::state)
                    .isSubsetOf(DispatchRow.State.SENT, DispatchRow.State.UNCERTAIN);
            long sent = count(rows.get(customer), DispatchRow.State.SENT);
            assertThat(received.stream()
                            .filter(mail -> customer(mail).equals(customer))
                            .count())
                    .as("letters that %s received", customer)
                    .isBetween(sent, (long) expected);
        });
        assertThat(received.stream().map(Books::messageId)).doesNotHaveDuplicates();
    }

    /** Facts have positions without a gap, and so have those of each interaction. */
    void eventsAreGapless() {
        List<Event> events = events();
        assertThat(events)
                .extracting(Event::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        Map<String, List<Integer>> bySubject = events.stream()
                .collect(Collectors.groupingBy(
                        Event::subject, Collectors.mapping(Event::seq, Collectors.toCollection(ArrayList::new))));
        interactions().forEach(one -> assertThat(bySubject).containsKey(one.id().value()));
        bySubject
                .values()
                .forEach(numbers -> assertThat(numbers)
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.rangeClosed(1, numbers.size()).boxed().toList()));
    }

    List<Event> events() {
        return store.read(tx -> tx.stream().after(0, ALL));
    }

    List<DispatchRow> uncertain() {
        return dispatches().stream()
                .filter(row -> row.state() == DispatchRow.State.UNCERTAIN)
                .toList();
    }

    List<Interaction> interactions() {
        List<Interaction> all = new ArrayList<>();
        List<Interaction> page = page(InteractionFilter.all());
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page(InteractionFilter.all()
                    .olderThan(page.get(page.size() - 1).id().value()));
        }
        return all;
    }

    /** What came by a point. */
    List<Interaction> of(String point) {
        return interactions().stream()
                .filter(one -> one.origin().capturePoint().value().equals(point))
                .toList();
    }

    private List<Interaction> interactions(String type) {
        return interactions().stream()
                .filter(one -> one.origin().type().equals(type))
                .toList();
    }

    private List<Interaction> page(InteractionFilter filter) {
        return store.read(tx -> tx.interactions().find(TENANT, filter.limit(1000)));
    }

    private List<QueueDepth> depths() {
        return store.read(tx -> tx.queueOverview().depths());
    }

    private List<DispatchRow> dispatches() {
        return store.read(tx -> tx.dispatchOverview().list(null, ALL));
    }

    private static long count(List<DispatchRow> rows, DispatchRow.State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    private static String customer(SunkMail mail) {
        return String.join(",", mail.recipients()).replaceAll("[<>]", "");
    }

    private static String messageId(SunkMail mail) {
        return mail.text()
                .lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }
}
