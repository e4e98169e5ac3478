package dev.serai.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything that the port answers: nothing is read, found or run for somebody who may not have it. What
 * is not declared is not there.
 */
final class Guard implements Handler<RoutingContext> {
    private static final String YEAR = "max-age=31536000";

    private final Site site;
    private final Rights rights;
    private final Border border;
    private final @Nullable Doorkeeper keys;
    private final Handler<RoutingContext> nothing;
    private final MeterRegistry meters;

    /**
     * @param keys null when nobody needs one
     * @param nothing answers what is not there
     */
    Guard(
            Site site,
            Rights rights,
            Border border,
            @Nullable Doorkeeper keys,
            Handler<RoutingContext> nothing,
            MeterRegistry meters) {
        this.site = site;
        this.rights = rights;
        this.border = border;
        this.keys = keys;
        this.nothing = nothing;
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.isSSL() || site.isSecure()) {
            routing.response().putHeader("Strict-Transport-Security", YEAR);
        }
        Denial foreign = site.refusal(request);
        if (foreign != null) {
            deny(routing, foreign);
        } else if (keys == null) {
            withoutKeys(routing);
        } else {
            withKeys(routing, keys);
        }
    }

    private void withoutKeys(RoutingContext routing) {
        Optional<Denial> denial =
                isPlain(routing) ? border.denial(Caller.OPERATOR, routing.request()) : Optional.of(odd());
        if (denial.isPresent()) {
            deny(routing, denial.get());
        } else {
            letIn(routing, Caller.OPERATOR);
            routing.next();
        }
    }

    private static void letIn(RoutingContext routing, Caller caller) {
        caller.calls(routing);
        Border.realm(caller, routing.request()).holds(routing);
    }

    private void withKeys(RoutingContext routing, Doorkeeper doorkeeper) {
        HttpServerRequest request = routing.request();
        boolean plain = isPlain(routing);
        Need need = plain ? rights.of(request.method().name(), request.path()) : new Need.Nothing();
        if (need instanceof Need.Open && !Credentials.areIn(request)) {
            Caller.NOBODY.calls(routing);
            Realm.ALL.holds(routing);
            routing.next();
            return;
        }
        Future<Doorkeeper.Answer> answer = doorkeeper.ask(routing);
        if (answer.isComplete()) {
            answered(routing, need, answer.result());
        } else {
            // nobody reads the body yet
            request.pause();
            answer.onSuccess(late -> {
                request.resume();
                if (!routing.response().closed()) {
                    answered(routing, need, late);
                }
            });
        }
    }

    private void answered(RoutingContext routing, Need need, Doorkeeper.Answer answer) {
        Optional<Denial> denial = answer.denial()
                .or(() -> isPlain(routing) ? Optional.empty() : Optional.of(odd()))
                .or(() -> answer.caller().flatMap(caller -> refusal(caller, need, routing.request())));
        if (denial.isPresent()) {
            deny(routing, denial.get());
            return;
        }
        letIn(routing, answer.caller().orElseThrow());
        if (need instanceof Need.Nothing) {
            nothing.handle(routing);
        } else {
            routing.next();
        }
    }

    private Optional<Denial> refusal(Caller caller, Need need, HttpServerRequest request) {
        Optional<Denial> refusal = need instanceof Need.Roles roles ? refusal(caller, roles) : Optional.empty();
        return refusal.or(() -> border.denial(caller, request));
    }

    private static Optional<Denial> refusal(Caller caller, Need.Roles roles) {
        if (roles.anyOf().isEmpty()) {
            return Optional.of(Denial.forbidden(
                    "undeclared",
                    "no role is declared for " + roles.id() + ", so nobody may call it; its file says `security`"));
        }
        if (!roles.isMetBy(caller)) {
            return Optional.of(withoutRole(caller, roles));
        }
        if (!caller.isOfHub() && !roles.forTenants()) {
            return Optional.of(Denial.forbidden(
                    "tenant",
                    caller.words() + " is of one tenant, and " + roles.id() + " is about the hub as a whole"));
        }
        if (caller.isLimited() && !roles.forPoints()) {
            return Optional.of(Denial.forbidden(
                    "point", caller.words() + " is for capture points only, and " + roles.id() + " is not about one"));
        }
        return Optional.empty();
    }

    private static Denial withoutRole(Caller caller, Need.Roles roles) {
        String missing = caller.words() + " has not got the role " + roles.words();
        return caller.hasToken()
                ? Denial.insufficientScope(
                        "role", missing + "; serai.jwt.roles-claim and serai.jwt.roles say where roles come from")
                : Denial.forbidden(
                        "role", missing + "; an administrator makes one that has: `./serai keys add NAME --role …`");
    }

    private static boolean isPlain(RoutingContext routing) {
        return PlainPath.is(routing.request().path(), routing.normalizedPath());
    }

    private static Denial odd() {
        return new Denial(
                ProblemCode.INVALID_REQUEST,
                "path",
                "the path is not written plainly; expected no empty segment, no dots and no encoded slash or letter",
                Map.of());
    }

    private void deny(RoutingContext routing, Denial denial) {
        meters.counter("serai.denied", "reason", denial.reason()).increment();
        String id = ApiRequest.newId();
        VertxAnswers.send(routing, denial.response(id), id);
    }
}
