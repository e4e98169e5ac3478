package dev.serai.demo;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.interaction.TenantName;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.store.DispatchOverview;
import dev.serai.store.DispatchRow;
import dev.serai.store.InteractionFilter;
import dev.serai.store.QuarantineTable;
import dev.serai.store.Store;
import dev.serai.trial.LiveReports;
import dev.serai.trial.TrialReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the store says after the demo: counts, and each mail with where it went and why. */
final class DemoBooks {
    /** The demo has no other. */
    private static final String TENANT = TenantName.DEFAULT.value();

    private static final Set<DispatchRow.State> NOT_SENT =
            Set.of(DispatchRow.State.FAILED, DispatchRow.State.UNCERTAIN, DispatchRow.State.CANCELLED);

    private final Store store;

    DemoBooks(Store store) {
        this.store = store;
    }

    /** True when nothing moves any more and so many inbound interactions are there. */
    boolean areSettled(int expected) {
        return inbound().size() >= expected
                && store.read(tx -> tx.queueOverview().depths()).stream()
                        .noneMatch(depth -> Set.of("intake", "inbound", "outbound", "dispatch")
                                        .contains(depth.queue().value())
                                && depth.state() != State.QUARANTINED);
    }

    DemoResult close(List<Path> samples, List<String> sent, long millis) throws IOException {
        List<Interaction> inbound = inbound();
        List<TrialReport> messages = new ArrayList<>();
        for (Interaction one : inbound) {
            messages.add(report(one, samples));
        }
        return new DemoResult(
                inbound.size(),
                count(inbound, State.QUEUED),
                count(inbound, State.STOPPED),
                count(inbound, State.QUARANTINED),
                dispatched(Set.of(DispatchRow.State.SENT)),
                dispatched(NOT_SENT),
                queues(inbound),
                millis,
                messages,
                sent);
    }

    private List<Interaction> inbound() {
        List<Interaction> newestFirst = store.read(tx -> tx.interactions()
                .find(TENANT, InteractionFilter.all().type("Inbound").limit(1000)));
        List<Interaction> oldestFirst = new ArrayList<>(newestFirst);
        java.util.Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private TrialReport report(Interaction interaction, List<Path> samples) throws IOException {
        RawSource raw = RawSource.of(raw(interaction));
        String reason = store.read(tx -> tx.quarantine().load(TENANT, interaction.id()))
                .map(QuarantineTable.Case::cause)
                .map(QuarantineTable.Cause::reason)
                .orElse(null);
        return LiveReports.of(
                file(interaction, samples),
                interaction,
                new MimeReader().read(raw),
                store.read(tx -> tx.events().timeline(TENANT, interaction.id())),
                reason);
    }

    private byte[] raw(Interaction interaction) throws IOException {
        try (InputStream in = store.raw(TENANT, interaction.id()).orElseThrow().open()) {
            return in.readAllBytes();
        }
    }

    /** The sample that it was, by its Message-ID or its subject; mail servers may add headers. */
    private static String file(Interaction interaction, List<Path> samples) throws IOException {
        for (Path sample : samples) {
            var mail = new MimeReader().read(RawSource.of(sample));
            boolean same = mail.messageId() == null
                    ? mail.subject().equals(interaction.content().subject())
                    : mail.messageId().equals(interaction.content().messageId());
            if (same) {
                return "samples/" + sample.getFileName();
            }
        }
        return interaction.id().value();
    }

    private long dispatched(Set<DispatchRow.State> states) {
        return store.read(tx -> tx.dispatchOverview().counts()).stream()
                .filter(count -> states.contains(count.state()))
                .mapToLong(DispatchOverview.Count::count)
                .sum();
    }

    private static long count(List<Interaction> interactions, State state) {
        return interactions.stream()
                .filter(one -> one.standing().state() == state)
                .count();
    }

    private static Map<String, Long> queues(List<Interaction> inbound) {
        return inbound.stream()
                .filter(one -> one.standing().state() == State.QUEUED)
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(one.standing().queue()), TreeMap::new, Collectors.counting()));
    }
}
