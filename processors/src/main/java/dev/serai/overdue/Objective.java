package dev.serai.overdue;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * In which time an interaction should be done, counted from when it was received.
 *
 * @param time its own where it has one, else its queue's
 * @param dueAt when that is, by the clock of the queue
 */
public record Objective(Duration time, Instant dueAt) {
    /** The user data that hold an interaction's own, in seconds. */
    private static final String OWN = "serviceObjective";

    /** Empty where neither the interaction nor its queue says, and for what is stopped. */
    public static Optional<Objective> of(Interaction interaction, Generation generation) {
        QueueName name = interaction.standing().queue();
        QueueDefinition queue = name == null ? null : generation.queues().get(name);
        if (queue == null || interaction.standing().stoppedAt() != null) {
            return Optional.empty();
        }
        QueueClock clock = QueueClock.of(generation, queue);
        return own(interaction)
                .or(queue::serviceObjective)
                .map(time ->
                        new Objective(time, clock.after(interaction.origin().receivedAt(), time)));
    }

    private static Optional<Duration> own(Interaction interaction) {
        Object seconds = interaction.userData().get(OWN);
        String text = seconds == null ? "" : seconds.toString();
        return text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }
}
