package dev.serai.rest;

import dev.serai.access.Limiter;
import dev.serai.access.Rate;
import dev.serai.rest.Doorkeeper.Answer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;

/** Counts who guesses: wrong keys and tokens, twenty a minute and address. */
final class Attempts {
    private static final Rate RATE = new Rate(20, Duration.ofMinutes(1));

    private final Limiter limiter = new Limiter(Doorkeeper.MOST, System::nanoTime);

    /** Whether there were too many from where the request comes; counts none. */
    boolean areTooMany(HttpServerRequest request) {
        return !limiter.wait(network(request.remoteAddress()), RATE).isZero();
    }

    /** The denial, or after too many of them that there were too many. */
    Answer failed(HttpServerRequest request, Denial denial) {
        Duration wait = limiter.take(network(request.remoteAddress()), RATE);
        return Answer.no(
                wait.isZero()
                        ? denial
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
