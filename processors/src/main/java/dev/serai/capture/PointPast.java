package dev.serai.capture;

import dev.serai.interaction.PointName;
import dev.serai.store.Store;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database remembers of a point, from earlier runs and other nodes.
 *
 * @param firstContact when it was first looked into
 * @param lastMail when mail last came
 * @param silentSince when it was found silent, unless that is over
 */
public record PointPast(
        @Nullable Instant firstContact,
        @Nullable Instant lastMail,
        @Nullable Instant silentSince) {

    public static PointPast read(Store store, String tenant, PointName point) {
        return store.read(tx -> new PointPast(
                tx.points().firstContact(tenant, point).orElse(null),
                tx.ledger().lastMail(tenant, point).orElse(null),
                tx.events()
                        .last(tenant, point, SilenceEvents.ACTOR)
                        .filter(last -> !last.type().equals(SilenceEvents.CLEARED))
                        .map(last -> last.at())
                        .orElse(null)));
    }
}
