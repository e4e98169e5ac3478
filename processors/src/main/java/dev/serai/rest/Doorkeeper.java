package dev.serai.rest;

import dev.serai.access.ApiKey;
import dev.serai.access.KeyRing;
import dev.serai.access.KeyText;
import dev.serai.access.Limiter;
import dev.serai.access.Rate;
import dev.serai.access.jwt.Tokens;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells by a key or a token who asks, and how often somebody may: each key as it says. Which of the two it is its form
 * tells: tokens have dots.
 */
final class Doorkeeper {
    /** Callers and addresses that are remembered. */
    static final int MOST = 10_000;

    private static final String HOW =
            "; give one as `Authorization: Bearer serai_…` or as the password of HTTP Basic. `./serai keys add` makes one";

    private final KeyRing ring;
    private final @Nullable TokenDoor tokens;
    private final Attempts attempts;
    private final Clock clock;
    private final OpenCalls<String> calls = new OpenCalls<>();
    private final Limiter rates = new Limiter(MOST, System::nanoTime);

    /** @param tokens null when none are taken */
    Doorkeeper(KeyRing ring, @Nullable TokenDoor tokens, Attempts attempts, Clock clock) {
        this.ring = ring;
        this.tokens = tokens;
        this.attempts = attempts;
        this.clock = clock;
        ring.onRefresh(() -> calls.cutOff(ring::isGood));
    }

    /** Who asks, or why nobody does. */
    record Answer(Optional<Caller> caller, Optional<Denial> denial) {
        static Answer is(Caller caller) {
            return new Answer(Optional.of(caller), Optional.empty());
        }

        static Answer no(Denial denial) {
            return new Answer(Optional.empty(), Optional.of(denial));
        }
    }

    /** Complete already, unless somebody comes with a token whose key has to be fetched first. */
    Future<Answer> ask(RoutingContext routing) {
        Optional<String> token = Credentials.bearer(routing.request()).filter(Tokens::isOne);
        return tokens != null && token.isPresent()
                ? tokens.ask(routing, token.get())
                : Future.succeededFuture(byKey(routing));
    }

    private Answer byKey(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!Credentials.areIn(request)) {
            return Answer.no(Denial.unauthenticated("no-key", "a key is needed" + HOW));
        }
        Optional<ApiKey> key = Credentials.of(request).flatMap(KeyText::parse).flatMap(ring::find);
        if (key.isEmpty()) {
            return failed(request, "wrong-key", "the key is none that this hub has" + HOW);
        }
        return known(routing, key.get());
    }

    private Answer known(RoutingContext routing, ApiKey key) {
        HttpServerRequest request = routing.request();
        if (key.isRevoked()) {
            return failed(request, "revoked", "the key '" + key.name() + "' was revoked at " + key.revokedAt());
        }
        if (key.isExpired(clock.instant())) {
            return failed(request, "expired", "the key '" + key.name() + "' expired at " + key.expiresAt());
        }
        if (!ring.isOfSomebody(key)) {
            return failed(
                    request,
                    "undeclared-tenant",
                    "the key '" + key.name() + "' is of a tenant that no file of the hub declares");
        }
        Rate rate = key.rate();
        Duration wait = rate == null ? Duration.ZERO : rates.take(key.digest(), rate);
        if (!wait.isZero()) {
            return Answer.no(Denial.tooMany(
                    "rate", "the key '" + key.name() + "' is for " + rate + "; nothing was done, try again", wait));
        }
        calls.begin(key.digest(), routing);
        return Answer.is(new Caller(key.name().value(), key.roles(), key.points(), key.tenant()));
    }

    private Answer failed(HttpServerRequest request, String reason, String detail) {
        return attempts.failed(request, Denial.unauthenticated(reason, detail));
    }

    /** How many requests with keys and tokens are being answered. */
    int openCalls() {
        return calls.size() + (tokens == null ? 0 : tokens.openCalls());
    }
}
