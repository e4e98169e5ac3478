package dev.serai.trial;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.message.MailMessage;
import dev.serai.screening.RuleResult;
import dev.serai.store.EventLog.Event;
import dev.serai.strategy.Decision;
import dev.serai.trial.TrialReport.Part;
import dev.serai.trial.TrialReport.Reply;
import dev.serai.trial.TrialReport.Transformed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of a stored interaction, in the words of the dry run, from its timeline. */
public final class LiveReports {
    private static final TypeReference<List<Decision.Step>> STEPS = new TypeReference<>() {};
    private static final TypeReference<List<RuleResult>> RULES = new TypeReference<>() {};
    private static final TypeReference<List<Reply>> REPLIES = new TypeReference<>() {};
    private static final TypeReference<List<Transformed>> TRANSFORMED = new TypeReference<>() {};

    private LiveReports() {}

    /**
     * @param file what it is called in the report
     * @param message the stored mail, read once more for its parts
     * @param quarantineReason why it is put aside, null when it is not
     */
    public static TrialReport of(
            String file,
            Interaction interaction,
            MailMessage message,
            List<Event> timeline,
            @Nullable String quarantineReason) {
        Content content = interaction.content();
        State state = interaction.standing().state();
        QueueName queue = interaction.standing().queue();
        List<RuleResult> screening = listed(timeline, "serai.interaction.decided", "screening", RULES);
        return new TrialReport(
                file,
                TrialReports.tenant(interaction),
                state == State.ASSIGNED || state == State.ROUTING ? State.QUEUED.word() : state.word(),
                content.kind(),
                content.subject(),
                content.from(),
                content.to(),
                content.cc(),
                content.messageId(),
                content.inReplyTo(),
                content.references(),
                content.date(),
                content.text(),
                content.newText(),
                content.attachments(),
                interaction.language(),
                content.bounce(),
                listed(timeline, "serai.interaction.changed", "transformers", TRANSFORMED),
                screening.stream().map(RuleResult::rule).distinct().toList(),
                screening,
                interaction.userData(),
                listed(timeline, "serai.interaction.decided", "steps", STEPS),
                state == State.STOPPED || queue == null ? null : queue.value(),
                interaction.standing().waiting().until() == null
                        ? null
                        : interaction.standing().availableAt(),
                interaction.standing().priority(),
                listed(timeline, "serai.interaction.decided", "replies", REPLIES),
                null,
                message.parts().stream()
                        .map(part -> new Part(
                                part.contentType(), part.size(), part.role().word()))
                        .toList(),
                content.warnings(),
                quarantineReason == null ? interaction.standing().stopReason() : quarantineReason,
                millis(timeline),
                kindReason(timeline));
    }

    private static <T> List<T> listed(List<Event> timeline, String type, String key, TypeReference<List<T>> form) {
        return of(timeline, type)
                .filter(event -> event.data().containsKey(key))
                .flatMap(event -> Json.MAPPER.convertValue(event.data().get(key), form).stream())
                .toList();
    }

    private static String kindReason(List<Event> timeline) {
        return of(timeline, "serai.interaction.changed")
                .map(event -> String.valueOf(event.data().getOrDefault("kindBecause", "")))
                .findFirst()
                .orElse("");
    }

    /** From the submission to the last placement by a strategy. */
    private static long millis(List<Event> timeline) {
        return timeline.isEmpty()
                ? 0
                : of(timeline, "serai.interaction.decided")
                        .reduce((first, last) -> last)
                        .map(last -> Duration.between(timeline.get(0).at(), last.at())
                                .toMillis())
                        .orElse(0L);
    }

    private static Stream<Event> of(List<Event> timeline, String type) {
        return timeline.stream().filter(event -> event.type().equals(type));
    }
}
