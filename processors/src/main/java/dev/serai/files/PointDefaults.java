package dev.serai.files;

import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import java.util.Optional;

/**
 * What all capture points share; a value in the message wins over it.
 *
 * @param name unique among all points, immutable: another name is another ledger
 * @param routeId the route, {@code capture-<kind>-<name>}
 * @param queue where an interaction is placed first
 * @param mediaType email for mailboxes, workitem otherwise
 * @param type Inbound
 * @param subtype InboundNew
 * @param tenant whose is what comes in by it, default
 * @param priority 0 to 100, when set
 * @param owner whom the night shift calls, when set
 * @param enabled whether it captures
 * @param notifications what it is told of its interactions
 * @param places where it and its parameters stand
 */
public record PointDefaults(
        PointName name,
        String routeId,
        QueueName queue,
        String mediaType,
        String type,
        String subtype,
        String tenant,
        Optional<Integer> priority,
        Optional<String> owner,
        boolean enabled,
        Notify notifications,
        Places places) {
    /** Whose is what comes in by it. */
    public TenantName tenantName() {
        return TenantName.of(tenant);
    }

    /** Where it stands. */
    public Place place() {
        return places.whole();
    }
}
