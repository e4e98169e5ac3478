package dev.serai.trial;

import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.MailboxDefinition;
import dev.serai.intake.Reading;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Standing;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The interaction that a mail becomes in a dry run: nothing of it is stored. */
final class Birth {
    private Birth() {}

    static Interaction of(
            Reading reading,
            Oversize taken,
            @Nullable MailboxDefinition mailbox,
            Situation situation,
            Instant now,
            String tenant) {
        String type = type(situation.first());
        InteractionId id = InteractionId.next(Clock.systemUTC());
        PointName point = mailbox == null ? null : mailbox.name();
        String usual = type.equals("Outbound") ? "OutboundReply" : reading.subtype();
        String subtype = situation.subtype() == null ? usual : situation.subtype();
        String mediaType = mailbox == null ? "email" : mailbox.point().mediaType();
        Origin origin = new Origin(point, null, null, id, mediaType, type, subtype, now, now);

        Map<String, Object> userData = new LinkedHashMap<>(taken.userData(reading.userData()));
        userData.putAll(situation.userData());
        int priority = mailbox == null ? 0 : mailbox.point().priority().orElse(0);
        Standing standing = new Standing(
                State.ROUTING,
                null,
                0,
                1,
                priority,
                now,
                now,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Wait.NONE);
        return new Interaction(id, tenant, 1, origin, reading.content(), null, reading.language(), userData, standing);
    }

    private static String type(@Nullable QueueName first) {
        return PreparedOutbound.QUEUE.equals(first) ? "Outbound" : "Inbound";
    }
}
