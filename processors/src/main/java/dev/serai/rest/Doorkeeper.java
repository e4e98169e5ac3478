package dev.serai.rest;

import dev.serai.access.ApiKey;
import dev.serai.access.KeyRing;
import dev.serai.access.KeyText;
import dev.serai.access.Limiter;
import dev.serai.access.Rate;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Tells by a key who asks, and how often somebody may: each key as it says, wrong keys twenty a minute and address. */
final class Doorkeeper {
    private static final Rate ATTEMPTS = new Rate(20, Duration.ofMinutes(1));
    private static final int MOST = 10_000;
    private static final String HOW =
            "; give one as `Authorization: Bearer serai_…` or as the password of HTTP Basic. `./serai keys add` makes one";

    private final KeyRing ring;
    private final Clock clock;
    private final OpenCalls calls;
    private final Limiter rates = new Limiter(MOST, System::nanoTime);
    private final Limiter attempts = new Limiter(MOST, System::nanoTime);

    Doorkeeper(KeyRing ring, OpenCalls calls, Clock clock) {
        this.calls = calls;
        this.ring = ring;
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

    Answer ask(RoutingContext routing) {
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
        Rate rate = key.rate();
        Duration wait = rate == null ? Duration.ZERO : rates.take(key.digest(), rate);
        if (!wait.isZero()) {
            return Answer.no(Denial.tooMany(
                    "rate", "the key '" + key.name() + "' is for " + rate + "; nothing was done, try again", wait));
        }
        calls.begin(key.digest(), routing);
        return Answer.is(new Caller(key.name().value(), key.roles(), key.points(), Optional.empty()));
    }

    private Answer failed(HttpServerRequest request, String reason, String detail) {
        Duration wait = attempts.take(network(request.remoteAddress()), ATTEMPTS);
        return Answer.no(
                wait.isZero()
                        ? Denial.unauthenticated(reason, detail)
                        : Denial.tooMany("attempts", "too many wrong keys came from your address", wait));
    }

    /** An IPv4 address, or the network of an IPv6 one: who has one there has all of it. */
    private static String network(SocketAddress from) {
        String host = from == null || from.hostAddress() == null ? "" : from.hostAddress();
        try {
            InetAddress address = InetAddress.getByName(host);
            return address instanceof Inet6Address ? Arrays.toString(Arrays.copyOf(address.getAddress(), 8)) : host;
        } catch (UnknownHostException noAddress) {
            return host;
        }
    }
}
