package dev.serai.point;

import dev.serai.document.Reference;
import dev.serai.document.Request;
import dev.serai.document.Response;
import dev.serai.files.Generation;
import dev.serai.files.OwnAddresses;
import dev.serai.files.PointDefaults;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.Change;
import dev.serai.operation.Code;
import dev.serai.operation.Hold;
import dev.serai.operation.Outcome;
import dev.serai.operation.Refusal;
import dev.serai.operation.Resume;
import dev.serai.operation.Stop;
import dev.serai.operation.StopReason;
import dev.serai.operation.Submit;
import dev.serai.operation.SubmitDefaults;
import dev.serai.operation.Submitted;
import dev.serai.operation.Target;
import dev.serai.store.Ahead;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what a point asks, with that point's interactions only. Each act runs in the caller's transaction. */
final class PointActs {
    private final PointDefaults point;
    private final Generation live;
    private final OwnAddresses own;
    private final Clock clock;

    PointActs(PointDefaults point, Generation live, Clock clock) {
        this.point = point;
        this.live = live;
        this.own = OwnAddresses.of(live);
        this.clock = clock;
    }

    /** Names what {@link #act} will read. */
    void announce(Ahead ahead, Request request) {
        String externalId = request.reference().externalId();
        if (request instanceof Request.Submit submit) {
            submit(submit).announce(ahead);
        } else if (externalId != null) {
            ahead.externalId(point.tenant(), point.name(), externalId);
        }
    }

    Fate.Result act(Tx tx, Request request) {
        Optional<Refusal> refused = refusal(tx, request);
        if (refused.isPresent()) {
            return Fate.Result.now(Response.error(request.reference(), refused.get()), null);
        }
        if (request instanceof Request.Submit submit) {
            return submit(tx, submit);
        }
        return Fate.Result.now(answer(tx, request), null);
    }

    private Fate.Result submit(Tx tx, Request.Submit asked) {
        Outcome<Submitted> outcome = submit(asked).apply(tx);
        if (outcome instanceof Outcome.Refused<Submitted> refused) {
            return Fate.Result.now(Response.error(asked.reference(), refused.refusal()), null);
        }
        Submitted done = outcome.orThrow();
        InteractionId born = done.fresh() ? done.interaction().id() : null;
        return Fate.Result.now(Response.of("submitted", done.interaction()), born);
    }

    private Submit submit(Request.Submit asked) {
        return Submit.of(asked.submit(), SubmitDefaults.of(point), live.queues(), own, clock);
    }

    /** What reaches beyond the point's own interactions. */
    private Optional<Refusal> refusal(Tx tx, Request request) {
        String tenant = request.reference().tenant();
        if (tenant != null && !tenant.equals(point.tenant())) {
            return Optional.of(Refusal.of(
                    Code.INVALID_REQUEST,
                    "the interactions of the capture point '" + point.name() + "' are not of the tenant '" + tenant
                            + "'; leave tenant away"));
        }
        InteractionId parent =
                request instanceof Request.Submit submit ? submit.submit().parentId() : null;
        return parent == null || own(tx, parent).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.field(
                        Code.INVALID_REQUEST,
                        "/properties/parentId",
                        "this point has no interaction '" + parent + "' to join"));
    }

    private Response answer(Tx tx, Request request) {
        if (request instanceof Request.Unreadable bad) {
            return Response.error(bad.reference(), bad.refusal());
        }
        return request instanceof Request.Ping ? Response.pong() : about(tx, request);
    }

    private Response about(Tx tx, Request request) {
        Optional<Interaction> found = named(tx, request.reference());
        if (found.isEmpty()) {
            return Response.error(request.reference(), notFound(request.reference()));
        }
        Interaction before = found.get();
        Target target = new Target(before.tenant(), before.id());
        if (request instanceof Request.Update update) {
            return done(
                    tx,
                    request,
                    new Change(target, null, update.change(), by(null)),
                    now -> Response.changed(before, now));
        }
        if (request instanceof Request.Stop stop) {
            String reason = StopReason.of(stop.reason(), StopReason.CANCELLED);
            return done(tx, request, new Stop(target, reason, by(stop.reason())), now -> Response.of("stopped", now));
        }
        if (request instanceof Request.Hold hold) {
            return done(
                    tx, request, new Hold(target, hold.until(), by(hold.reason())), now -> Response.of("held", now));
        }
        if (request instanceof Request.Resume resume) {
            return done(tx, request, new Resume(target, by(resume.reason())), now -> Response.of("resumed", now));
        }
        return Response.info(before);
    }

    private static Response done(
            Tx tx, Request request, Unit<Outcome<Interaction>> operation, Function<Interaction, Response> answer) {
        Outcome<Interaction> outcome = operation.apply(tx);
        return outcome instanceof Outcome.Refused<Interaction> refused
                ? Response.error(request.reference(), refused.refusal())
                : answer.apply(outcome.orThrow());
    }

    /** An interaction of this point by what it is called; those of others are not there. */
    private Optional<Interaction> named(Tx tx, Reference reference) {
        Optional<InteractionId> id = reference.id() == null
                ? tx.interactions().byExternalId(point.tenant(), point.name(), String.valueOf(reference.externalId()))
                : id(reference.id());
        return id.flatMap(known -> own(tx, known))
                .filter(found -> reference.externalId() == null
                        || reference.externalId().equals(found.origin().externalId()));
    }

    private Optional<Interaction> own(Tx tx, InteractionId id) {
        return tx.interactions()
                .load(point.tenant(), id)
                .filter(found -> point.name().equals(found.origin().capturePoint()));
    }

    private static Optional<InteractionId> id(String written) {
        try {
            return Optional.of(InteractionId.of(written));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Refusal notFound(Reference reference) {
        String id = reference.id() == null ? "" : "the id '" + reference.id() + "'";
        String external = reference.externalId() == null ? "" : "the external id '" + reference.externalId() + "'";
        String and = id.isEmpty() || external.isEmpty() ? "" : " and ";
        return Refusal.of(
                Code.NOT_FOUND,
                "the capture point '" + point.name() + "' has no interaction with " + id + and + external);
    }

    private By by(@Nullable String words) {
        return By.of(point.name().actor()).because(words);
    }
}
