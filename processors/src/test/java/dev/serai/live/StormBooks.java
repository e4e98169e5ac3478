package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.Event;
import dev.serai.store.GenerationLife;
import dev.serai.store.InteractionFilter;
import dev.serai.store.QuarantineTable;
import dev.serai.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is to be true when all that came in during a storm of edits was decided. */
final class StormBooks {
    private static final int ALL = 1_000_000;
    private static final Set<String> ON_THE_WAY = Set.of("inbound", "outbound", "intake", "dispatch");
    private static final Pattern EDIT = Pattern.compile("key: edit, value: \"(\\d+)\"");
    private static final Pattern MARK = Pattern.compile("key: mark, value: \"(\\d+)\"");

    private final Store store;

    StormBooks(Store store) {
        this.store = store;
    }

    boolean areAtRest() {
        return store.read(tx -> tx.queueOverview().depths()).stream()
                .noneMatch(depth -> ON_THE_WAY.contains(depth.queue().value()));
    }

    /** Outbound interactions that left. */
    int answers() {
        return (int) interactions("Outbound").stream()
                .filter(one -> one.standing().state() == State.STOPPED)
                .count();
    }

    String lastGeneration() {
        return store.read(tx -> tx.generations().lives(1)).get(0).generation();
    }

    /** None lost, none doubled: one decision and one arrival behind it, one answer where one was asked for. */
    void decidedOnce(List<String> submitted) {
        Map<String, Interaction> inbound = interactions("Inbound").stream()
                .collect(Collectors.toMap(one -> one.id().value(), one -> one));
        assertThat(inbound.keySet()).containsExactlyInAnyOrderElementsOf(submitted);
        assertThat(inbound.values())
                .allSatisfy(one -> assertThat(String.valueOf(one.standing().queue()))
                        .as("each knew the rule of its own set")
                        .isEqualTo("general"));
        Map<String, List<Decided>> decisions = decisions().stream().collect(Collectors.groupingBy(Decided::subject));
        inbound.keySet().forEach(id -> assertThat(decisions.get(id)).as(id).hasSize(1));
        Map<String, Long> answers = interactions("Outbound").stream()
                .collect(
                        Collectors.groupingBy(one -> String.valueOf(one.origin().parentId()), Collectors.counting()));
        assertThat(answers.values()).allMatch(count -> count == 1);
        List<QuarantineTable.Case> aside = store.read(tx -> tx.quarantine().list(ALL));
        assertThat(aside).isEmpty();
    }

    /** Each decision names a set that was live when its work was claimed, and what it did is what that set says. */
    void decidedByWhatWasLive(Set<String> good, Set<String> broken) {
        Map<String, List<GenerationLife>> lives = store
                .read(tx -> tx.generations().lives(ALL))
                .stream()
                .collect(Collectors.groupingBy(GenerationLife::generation));
        assertThat(lives.keySet()).isSubsetOf(good).doesNotContainAnyElementsOf(broken);
        Map<String, Map<String, String>> says = new HashMap<>();
        for (Decided decision : decisions()) {
            List<GenerationLife> own = lives.getOrDefault(decision.generation(), List.of());
            assertThat(own)
                    .as("%s claimed at %s", decision.subject(), decision.claimed())
                    .anyMatch(life -> !decision.claimed().isBefore(life.appliedAt())
                            && (life.replacedAt() == null || !decision.claimed().isAfter(life.replacedAt())));
            if (decision.actor().equals("strategy-inbound")) {
                assertThat(decision.userData()).isEqualTo(says.computeIfAbsent(decision.generation(), this::says));
            }
        }
    }

    private Map<String, String> says(String generation) {
        FileSet files = Generation.of(
                        FileSet.of(store.read(tx -> tx.generations().contents(generation))))
                .files();
        return Map.of(
                "edit",
                found(
                        EDIT,
                        files.text("routes/strategies/strategy-inbound.camel.yaml")
                                .orElseThrow()),
                "mark",
                found(
                        MARK,
                        files.text("routes/kamelets/mark-action.kamelet.yaml").orElseThrow()));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** What is needed of a decision: there may be hundred thousands. */
    private record Decided(String subject, String actor, String generation, Instant claimed, Object userData) {
        static Decided of(Event event) {
            return new Decided(
                    event.subject(),
                    event.actor(),
                    String.valueOf(event.generation()),
                    Instant.parse(String.valueOf(event.data().get("claimedAt"))),
                    event.data().getOrDefault("userData", Map.of()));
        }
    }

    private List<Decided> decisions() {
        List<Decided> decisions = new ArrayList<>();
        long position = 0;
        List<Event> page = after(position);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(event -> event.type().equals("serai.interaction.decided"))
                    .map(Decided::of)
                    .forEach(decisions::add);
            position = page.get(page.size() - 1).position();
            page = after(position);
        }
        return decisions;
    }

    private List<Event> after(long position) {
        return store.read(tx -> tx.stream().after(position, 5000));
    }

    private List<Interaction> interactions(String type) {
        List<Interaction> all = new ArrayList<>();
        List<Interaction> page = page(InteractionFilter.all());
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page(InteractionFilter.all()
                    .olderThan(page.get(page.size() - 1).id().value()));
        }
        return all.stream().filter(one -> one.origin().type().equals(type)).toList();
    }

    private List<Interaction> page(InteractionFilter filter) {
        return store.read(tx -> tx.interactions().find("default", filter.limit(1000)));
    }
}
