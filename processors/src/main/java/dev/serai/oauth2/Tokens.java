package dev.serai.oauth2;

import dev.serai.files.Home;
import dev.serai.files.MailServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens of this process, kept in memory only. */
public final class Tokens {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Clock clock;
    private final TokenEndpoint endpoint;
    private final Map<Grant, TokenSource> sources = new ConcurrentHashMap<>();

    /** @param home what relative paths of trust stores mean */
    public Tokens(Home home, Clock clock) {
        this(home, clock, PATIENCE);
    }

    Tokens(Home home, Clock clock, Duration patience) {
        this.clock = clock;
        this.endpoint = new TokenEndpoint(home, clock, patience);
    }

    /** The login to a server, by password or by token as its definition says. Nothing is asked for yet. */
    public Login login(MailServer server) {
        return new Login(server, server.oauth2().map(any -> source(server)), clock);
    }

    /** Why the server's token could not be renewed when that was last tried; empty when it could, or needs none. */
    public Optional<String> trouble(MailServer server) {
        return server.oauth2().isEmpty() ? Optional.empty() : source(server).trouble();
    }

    private TokenSource source(MailServer server) {
        return sources.computeIfAbsent(
                Grant.of(server),
                grant -> new TokenSource(
                        () -> endpoint.ask(grant), grant.oauth2().clientId(), clock));
    }
}
