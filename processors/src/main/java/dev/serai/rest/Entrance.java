package dev.serai.rest;

import dev.serai.access.AdminKey;
import dev.serai.access.KeyRing;
import dev.serai.access.jwt.Tokens;
import dev.serai.files.HttpKeys;
import dev.serai.files.Settings;
import dev.serai.interaction.TenantName;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the guard knows by: keys and tokens, where they are needed, kept fresh. */
final class Entrance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final RestDependencies hub;
    private final @Nullable KeyRing ring;
    private final @Nullable Tokens tokens;
    private final @Nullable TokenDoor tokenDoor;
    private final @Nullable Doorkeeper doorkeeper;
    private final ScheduledExecutorService thread = Ticks.named("serai-keys", 1);

    private Entrance(RestDependencies hub, @Nullable KeyRing ring, @Nullable Tokens tokens) {
        this.hub = hub;
        this.ring = ring;
        this.tokens = tokens;
        Attempts attempts = new Attempts(ClientAddress.behind(hub.settings().text(HttpKeys.PROXIES)));
        this.tokenDoor = tokens == null ? null : new TokenDoor(tokens, attempts);
        this.doorkeeper = ring == null ? null : new Doorkeeper(ring, tokenDoor, attempts, hub.clock());
    }

    /** Whether callers need a key. */
    static boolean needsKeys(Settings settings) {
        return settings.text(HttpKeys.AUTHENTICATION).equals("keys");
    }

    /** @throws IOException when the first key cannot be written */
    static Entrance of(RestDependencies hub) throws IOException {
        Optional<Tokens> tokens = Tokens.of(hub.settings(), hub.home(), () -> declared(hub), hub.clock());
        if (!needsKeys(hub.settings())) {
            return new Entrance(hub, null, null);
        }
        new AdminKey(hub.data(), hub.store()).ensure();
        return new Entrance(hub, new KeyRing(hub.store(), () -> declared(hub), hub.clock()), tokens.orElse(null));
    }

    private static Set<TenantName> declared(RestDependencies hub) {
        return hub.config().get().generation().tenants().keySet();
    }

    Handler<RoutingContext> guard(CamelContext context, Handler<RoutingContext> nothing) {
        return new Guard(
                Site.of(hub.settings()),
                new Rights((ModelCamelContext) context, PointScope::has),
                new Border(() -> declared(hub)),
                doorkeeper,
                nothing,
                hub.meters());
    }

    /** Empty when none are taken. */
    Optional<Tokens> tokens() {
        return Optional.ofNullable(tokens);
    }

    void start() {
        if (ring != null) {
            ScheduledFuture<?> unused = Endurance.every(thread, "keys", KeyRing.FRESH, KeyRing.FRESH, ring::pass);
        }
        if (tokens != null && tokenDoor != null) {
            tokens.start(tokenDoor::cutOff);
        }
    }

    /** How many requests with keys or tokens are being answered. */
    int openCalls() {
        return doorkeeper == null ? 0 : doorkeeper.openCalls();
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
        if (tokenDoor != null) {
            tokenDoor.close();
        }
        if (tokens != null) {
            tokens.close();
        }
        if (ring != null) {
            try {
                ring.writeUsed();
            } catch (StoreException away) {
                LOG.debug("when keys were used is not written", away);
            }
        }
    }
}
