package dev.serai.operation;

import dev.serai.files.PointDefaults;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;

/** What a capture point says of its interactions where they do not say it themselves. */
public record SubmitDefaults(
        String tenant, PointName point, QueueName queue, String mediaType, String type, String subtype, int priority) {
    /** The priority of what nobody gave one. */
    public static final int PRIORITY = 0;

    /** Work that comes over REST: the point `rest`, the queue `inbound`. */
    public static final SubmitDefaults REST = new SubmitDefaults(
            "default", PointName.of("rest"), QueueName.of("inbound"), "workitem", "Inbound", "InboundNew", PRIORITY);

    /** The same for another tenant. */
    public SubmitDefaults of(TenantName owner) {
        return tenant.equals(owner.value())
                ? this
                : new SubmitDefaults(owner.value(), point, queue, mediaType, type, subtype, priority);
    }

    public static SubmitDefaults of(PointDefaults point) {
        return new SubmitDefaults(
                point.tenant(),
                point.name(),
                point.queue(),
                point.mediaType(),
                point.type(),
                point.subtype(),
                point.priority().orElse(PRIORITY));
    }
}
