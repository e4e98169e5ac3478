package dev.serai.rest;

import dev.serai.access.Limiter;
import dev.serai.access.Rate;
import dev.serai.rest.Doorkeeper.Answer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** Counts who guesses: wrong keys and tokens, twenty a minute and address. */
final class Attempts {
    private static final Rate RATE = new Rate(20, Duration.ofMinutes(1));

    private final Limiter limiter = new Limiter(Doorkeeper.MOST, System::nanoTime);
    private final ClientAddress clients;

    Attempts(ClientAddress clients) {
        this.clients = clients;
    }

    /** Whether there were too many from where the request comes; counts none. */
    boolean areTooMany(HttpServerRequest request) {
        return !limiter.wait(clients.of(request), RATE).isZero();
    }

    /** The denial, or after too many of them that there were too many. */
    Answer failed(HttpServerRequest request, Denial denial) {
        Duration wait = limiter.take(clients.of(request), RATE);
        return Answer.no(
                wait.isZero()
                        ? denial
                        : Denial.tooMany("attempts", "too many wrong keys came from your address", wait));
    }
}
