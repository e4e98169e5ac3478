package dev.serai.rest;

import dev.serai.access.Limiter;
import dev.serai.access.Rate;
import dev.serai.access.jwt.TokenCaller;
import dev.serai.access.jwt.Tokens;
import dev.serai.access.jwt.Verdict;
import dev.serai.access.jwt.Verdict.Accepted;
import dev.serai.access.jwt.Verdict.Refused;
import dev.serai.access.jwt.Verdict.Undecided;
import dev.serai.interaction.TenantName;
import dev.serai.rest.Doorkeeper.Answer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells by a bearer token (RFC 6750 section 2.1) who asks, and how often a caller of that name may. */
final class TokenDoor {
    private final Tokens tokens;
    private final Attempts attempts;
    private final ThreadPoolExecutor verifiers = threads("serai-tokens", 2, 1000);
    /** Who guesses waits behind its own kind; a good token from there is still let in. */
    private final ThreadPoolExecutor doubtful = threads("serai-tokens-doubtful", 1, 20);

    private final OpenCalls<TokenCaller> calls = new OpenCalls<>();
    private final Limiter rates = new Limiter(Doorkeeper.MOST, System::nanoTime);

    TokenDoor(Tokens tokens, Attempts attempts) {
        this.tokens = tokens;
        this.attempts = attempts;
    }

    private static ThreadPoolExecutor threads(String name, int many, int waiting) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(many, many, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Complete already, unless a signature is checked or keys are fetched first: then on the request's own thread. */
    Future<Answer> ask(RoutingContext routing, String text) {
        boolean guesses = attempts.areTooMany(routing.request());
        try {
            return ask(routing, tokens.judge(text, guesses ? doubtful : verifiers));
        } catch (RejectedExecutionException full) {
            return Future.succeededFuture(
                    guesses
                            ? attempts.failed(
                                    routing.request(), Denial.invalidToken("attempts", "too many wrong tokens"))
                            : answer(routing, new Undecided("too many tokens wait to be checked")));
        }
    }

    private Future<Answer> ask(RoutingContext routing, CompletableFuture<Verdict> verdict) {
        if (verdict.isDone()) {
            return Future.succeededFuture(answer(routing, verdict.join()));
        }
        Promise<Answer> later = Promise.promise();
        Context here = routing.vertx().getOrCreateContext();
        var unused = verdict.whenComplete((judged, failure) -> here.runOnContext(
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
        Duration wait =
                rate.map(allowed -> rates.take(account(caller), allowed)).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            return Answer.no(Denial.tooMany(
                    "rate",
                    "callers with tokens have " + rate.orElseThrow() + " each, and so has '" + caller.name()
                            + "'; nothing was done, try again",
                    wait));
        }
        if (!routing.response().closed()) { // nobody would be told of its end
            calls.begin(caller, routing);
        }
        return Answer.is(new Caller(caller.name(), caller.roles(), caller.points(), caller.tenant()));
    }

    /** The same name may be somebody else's at each tenant. */
    static String account(TokenCaller caller) {
        return caller.tenant().map(TenantName::value).orElse("") + " " + caller.name();
    }

    void close() {
        verifiers.shutdownNow();
        doubtful.shutdownNow();
    }

    /** Ends what is under way with tokens that are worth nothing any more. */
    void cutOff() {
        calls.cutOff(tokens::isGood);
    }

    int openCalls() {
        return calls.size();
    }
}
