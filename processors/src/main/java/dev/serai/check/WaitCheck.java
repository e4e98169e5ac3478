package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.files.StepDefinition;
import dev.serai.files.Units;
import dev.serai.interaction.QueueName;
import dev.serai.strategy.WaitBounds;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Checks a step that waits: for how long, and where. What an expression makes is seen when it runs. */
final class WaitCheck {
    private WaitCheck() {}

    static void step(StepDefinition step, Generation generation, Problems problems) {
        Optional<String> until = step.find("until");
        Optional<String> longest = step.find("for");
        boolean reply = until.filter(text -> text.strip().equals("reply")).isPresent();
        if (longest.isEmpty() && (reply || until.isEmpty())) {
            problems.error(
                    step.place(),
                    "step '" + step.id() + "' needs 'for', "
                            + (reply ? "the longest time to wait for a reply" : "or 'until' with reply or a time"));
        }
        if (longest.isPresent() && until.isPresent() && !reply) {
            problems.error(
                    step.places().of("for"),
                    "step '" + step.id() + "' has both 'for' and a time in 'until'; expected one of them");
        }
        longest.filter(WaitCheck::isFixed).ifPresent(text -> duration(step, text, problems));
        until.filter(text -> !reply && isFixed(text)).ifPresent(text -> time(step, text, problems));
        ActionCheck.queue(step, generation, problems);
        queue(step, generation).ifPresent(own -> hubs(step, own, problems));
    }

    private static void duration(StepDefinition step, String text, Problems problems) {
        try {
            WaitBounds.checked(Units.duration(text));
        } catch (IllegalArgumentException wrong) {
            ActionCheck.error(step, "for", String.valueOf(wrong.getMessage()), problems);
        }
    }

    private static void time(StepDefinition step, String text, Problems problems) {
        try {
            OffsetDateTime.parse(text.strip());
        } catch (DateTimeException wrong) {
            ActionCheck.error(
                    step,
                    "until",
                    "'" + text + "' is neither reply nor a time such as 2026-11-23T10:00:00+01:00; a duration goes into"
                            + " 'for'",
                    problems);
        }
    }

    private static Optional<QueueDefinition> queue(StepDefinition step, Generation generation) {
        return step.find("queue")
                .filter(name -> generation.queues().keySet().stream()
                        .anyMatch(queue -> queue.value().equals(name)))
                .map(name -> generation.queues().get(QueueName.of(name)));
    }

    private static void hubs(StepDefinition step, QueueDefinition queue, Problems problems) {
        if (queue.isHubOwn()) {
            ActionCheck.error(
                    step,
                    "queue",
                    "'" + queue.name() + "' is the hub's own; nothing of a strategy waits there",
                    problems);
        }
    }

    private static boolean isFixed(String text) {
        return !text.contains("${") && !text.contains("{{");
    }
}
