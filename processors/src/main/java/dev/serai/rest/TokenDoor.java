package dev.serai.rest;

import dev.serai.access.Limiter;
import dev.serai.access.Rate;
import dev.serai.access.jwt.TokenCaller;
import dev.serai.access.jwt.Tokens;
import dev.serai.access.jwt.Verdict;
import dev.serai.access.jwt.Verdict.Accepted;
import dev.serai.access.jwt.Verdict.Refused;
import dev.serai.access.jwt.Verdict.Undecided;
import dev.serai.rest.Doorkeeper.Answer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Tells by a bearer token (RFC 6750 section 2.1) who asks, and how often a caller of that name may. */
final class TokenDoor {
    private final Tokens tokens;
    private final Attempts attempts;
    private final OpenCalls<TokenCaller> calls = new OpenCalls<>();
    private final Limiter rates = new Limiter(Doorkeeper.MOST, System::nanoTime);

    TokenDoor(Tokens tokens, Attempts attempts) {
        this.tokens = tokens;
        this.attempts = attempts;
    }

    /** Complete already, unless keys have to be fetched first: then completed on the request's own thread. */
    Future<Answer> ask(RoutingContext routing, String text) {
        CompletableFuture<Verdict> verdict = tokens.judge(text);
        if (verdict.isDone()) {
            return Future.succeededFuture(answer(routing, verdict.join()));
        }
        Promise<Answer> later = Promise.promise();
        Context here = routing.vertx().getOrCreateContext();
        verdict.whenComplete((judged, failure) -> here.runOnContext(
                any -> later.complete(answer(routing, judged == null ? new Undecided("they failed") : judged))));
        return later.future();
    }

    private Answer answer(RoutingContext routing, Verdict verdict) {
        if (verdict instanceof Accepted accepted) {
            return known(routing, accepted.caller());
        }
        if (verdict instanceof Refused refused) {
            Denial denial = Denial.invalidToken(refused.reason(), "the token " + refused.sentence());
            return refused.genuine() ? Answer.no(denial) : attempts.failed(routing.request(), denial);
        }
        String why = verdict instanceof Undecided undecided ? undecided.sentence() : "";
        return Answer.no(Denial.unavailable("token-undecided", "the token can be neither taken nor refused: " + why));
    }

    private Answer known(RoutingContext routing, TokenCaller caller) {
        Optional<Rate> rate = tokens.rate();
        Duration wait = rate.map(allowed -> rates.take(caller.name(), allowed)).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            return Answer.no(Denial.tooMany(
                    "rate",
                    "callers with tokens have " + rate.orElseThrow() + " each, and so has '" + caller.name()
                            + "'; nothing was done, try again",
                    wait));
        }
        calls.begin(caller, routing);
        return Answer.is(new Caller(caller.name(), caller.roles(), caller.points(), caller.tenant()));
    }

    /** Ends what is under way with tokens that are worth nothing any more. */
    void cutOff() {
        calls.cutOff(tokens::isGood);
    }

    int openCalls() {
        return calls.size();
    }
}
