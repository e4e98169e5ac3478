package dev.serai.trial;

import dev.serai.dispatch.LeavesBy;
import dev.serai.intake.Reading;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import dev.serai.screening.RuleResult;
import dev.serai.transform.ChainResult;
import dev.serai.transform.FailureAction;
import dev.serai.transform.TransformerOutcome;
import dev.serai.trial.TrialReport.Part;
import dev.serai.trial.TrialReport.Reply;
import dev.serai.trial.TrialReport.Transformed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a report together from what intake read and where the course led. */
final class TrialReports {
    private final Reading reading;
    private final Oversize taken;
    private final Course course;
    private final Departures departures;

    TrialReports(Reading reading, Oversize taken, Course course, Departures departures) {
        this.reading = reading;
        this.taken = taken;
        this.course = course;
        this.departures = departures;
    }

    /**
     * The report.
     *
     * @param outcomes what the transformers did to the mail itself
     * @param leaves by which account it would leave; null when it would not
     * @param start when the dry run began, by the JVM's nanoseconds
     */
    TrialReport of(String file, List<TransformerOutcome> outcomes, @Nullable LeavesBy leaves, long start) {
        Content content = reading.content();
        ChainResult.Stop stop = reading.chain().stop();
        QueueName queue = course.interaction().standing().queue();
        return new TrialReport(
                file,
                tenant(course.interaction()),
                stop == null ? course.outcome() : "quarantined",
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
                reading.language(),
                content.bounce(),
                transformed(outcomes),
                matched(course),
                course.screening(),
                course.interaction().userData(),
                course.steps(),
                queue == null ? null : queue.value(),
                course.until(),
                course.interaction().standing().priority(),
                course.replies().stream().map(this::reply).toList(),
                leaves,
                parts(reading),
                warnings(content, taken, course),
                stop == null ? course.reason() : reason(stop),
                (System.nanoTime() - start) / 1_000_000,
                reading.classification().reason());
    }

    /** Whose it is, where that is not the one who is always there. */
    static @Nullable String tenant(Interaction interaction) {
        return interaction.tenant().equals(TenantName.DEFAULT.value()) ? null : interaction.tenant();
    }

    private static String reason(ChainResult.Stop stop) {
        return stop.action() == FailureAction.RETRY
                ? stop.reason() + "; it would be tried again up to the number of serai.strategy.attempts"
                : stop.reason();
    }

    private static List<Transformed> transformed(List<TransformerOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new Transformed(outcome.name(), outcome.result(), outcome.reason()))
                .toList();
    }

    private static List<String> matched(Course course) {
        return course.screening().stream()
                .filter(RuleResult::matched)
                .map(RuleResult::rule)
                .distinct()
                .toList();
    }

    private Reply reply(OutboundDraft draft) {
        @Nullable String response = draft.response();
        return new Reply(
                draft.kind().word(),
                draft.to().stream().map(Party::address).collect(Collectors.joining(", ")),
                draft.subject(),
                response,
                draft.language(),
                transformed(departures.of(course.interaction(), draft)));
    }

    private static List<Part> parts(Reading reading) {
        return reading.message().parts().stream()
                .flatMap(part -> Stream.concat(
                        Stream.of(new Part(
                                part.contentType(), part.size(), part.role().word())),
                        FieldGroups.of(part).stream()))
                .toList();
    }

    private static List<String> warnings(Content content, Oversize taken, Course course) {
        return Stream.of(taken.warnings(), content.warnings(), course.warnings())
                .flatMap(List::stream)
                .toList();
    }
}
