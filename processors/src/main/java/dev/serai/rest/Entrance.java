package dev.serai.rest;

import dev.serai.access.AdminKey;
import dev.serai.access.KeyRing;
import dev.serai.files.HttpKeys;
import dev.serai.files.Settings;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the guard knows by: the keys, where they are needed, kept fresh. */
final class Entrance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final RestDependencies hub;
    private final @Nullable KeyRing ring;
    private final OpenCalls calls = new OpenCalls();
    private final ScheduledExecutorService thread = Ticks.named("serai-keys", 1);

    private Entrance(RestDependencies hub, @Nullable KeyRing ring) {
        this.hub = hub;
        this.ring = ring;
    }

    /** Whether callers need a key. */
    static boolean needsKeys(Settings settings) {
        return settings.text(HttpKeys.AUTHENTICATION).equals("keys");
    }

    /** @throws IOException when the first key cannot be written */
    static Entrance of(RestDependencies hub) throws IOException {
        if (!needsKeys(hub.settings())) {
            return new Entrance(hub, null);
        }
        new AdminKey(hub.data(), hub.store()).ensure();
        return new Entrance(hub, new KeyRing(hub.store(), hub.clock()));
    }

    Handler<RoutingContext> guard(CamelContext context, Handler<RoutingContext> nothing) {
        return new Guard(
                Site.of(hub.settings()),
                new Rights((ModelCamelContext) context, PointScope::has),
                ring == null ? null : new Doorkeeper(ring, calls, hub.clock()),
                nothing,
                hub.meters());
    }

    void start() {
        if (ring != null) {
            ScheduledFuture<?> unused = Endurance.every(thread, "keys", KeyRing.FRESH, KeyRing.FRESH, ring::pass);
        }
    }

    /** How many requests with keys are being answered. */
    int openCalls() {
        return calls.size();
    }

    /** What was made or revoked here counts here at once. */
    void keysChanged() {
        if (ring != null) {
            ring.refresh();
        }
    }

    @Override
    public void close() {
        Ticks.end(thread);
        if (ring != null) {
            try {
                ring.writeUsed();
            } catch (StoreException away) {
                LOG.debug("when keys were used is not written", away);
            }
        }
    }
}
