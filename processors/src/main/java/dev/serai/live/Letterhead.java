package dev.serai.live;

import dev.serai.dispatch.Stationery;
import dev.serai.files.MailPoint;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.response.ResponseContext;
import dev.serai.strategy.Playbook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what mails are written on: by the live files, and by the queue and mailbox of what is answered. */
public final class Letterhead {
    private Letterhead() {}

    /**
     * For a mail.
     *
     * @param parent what it answers or passes on; null for a new one
     * @param context the values of field codes
     */
    public static Stationery of(Playbook playbook, @Nullable Interaction parent, ResponseContext context) {
        Optional<QueueDefinition> queue = Optional.ofNullable(parent)
                .map(found -> found.standing().queue())
                .map(name -> playbook.generation().queues().get(name));
        String receivedBy = Optional.ofNullable(parent)
                .map(found -> found.origin().capturePoint())
                .flatMap(playbook.generation()::mailPoint)
                .map(MailPoint::address)
                .orElse(null);
        return new Stationery(
                playbook.layouts(),
                playbook.signatures(),
                context,
                queue.flatMap(QueueDefinition::layout),
                queue.flatMap(QueueDefinition::signature),
                receivedBy);
    }
}
