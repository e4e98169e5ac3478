package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.files.Units;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import dev.serai.operation.Complete;
import dev.serai.operation.Hold;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Move;
import dev.serai.operation.Renew;
import dev.serai.operation.Resume;
import dev.serai.operation.Return;
import dev.serai.operation.Stop;
import dev.serai.operation.StopReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What operators and clients do with one interaction. */
final class OperationApi {
    private static final Duration LONGEST_LEASE = Duration.ofHours(24);

    private final RestDependencies hub;
    private final Keyed keyed;
    private final InteractionApi interactions;
    private final Borders borders;

    OperationApi(RestDependencies hub, Keyed keyed, InteractionApi interactions, Borders borders) {
        this.borders = borders;
        this.hub = hub;
        this.keyed = keyed;
        this.interactions = interactions;
    }

    ApiResponse stop(ApiRequest request) {
        JsonFields fields = request.json();
        String reason = reason(fields);
        fields.finish();
        String word = StopReason.of(reason, StopReason.CANCELLED);
        return keyed.run(request, new Stop(request.target(), word, request.by(reason)), OperationApi::answer);
    }

    ApiResponse hold(ApiRequest request) {
        JsonFields fields = request.json();
        Instant until = fields.time("until");
        String reason = reason(fields);
        fields.finish();
        return keyed.run(request, new Hold(request.target(), until, request.by(reason)), OperationApi::answer);
    }

    ApiResponse resume(ApiRequest request) {
        JsonFields fields = request.json();
        String reason = reason(fields);
        fields.finish();
        return keyed.run(request, new Resume(request.target(), request.by(reason)), OperationApi::answer);
    }

    ApiResponse move(ApiRequest request) {
        JsonFields fields = request.json();
        QueueName queue = queue(fields);
        String reason = reason(fields);
        fields.finish();
        return keyed.run(
                request,
                new Move(request.target(), required(queue), borders.queues(request.realm()), request.by(reason)),
                OperationApi::answer);
    }

    ApiResponse renew(ApiRequest request) {
        JsonFields fields = request.json();
        String token = token(fields);
        Duration time = lease(fields);
        fields.finish();
        Duration lease = time == null ? leaseOf(interactions.load(request.target())) : time;
        return keyed.run(
                request,
                new Renew(request.target(), token, lease),
                renewed -> ApiResponse.json(InteractionView.lease(renewed)));
    }

    ApiResponse complete(ApiRequest request) {
        JsonFields fields = request.json();
        String token = token(fields);
        String reason = reason(fields);
        fields.finish();
        String stopReason = StopReason.of(reason, StopReason.COMPLETED);
        return keyed.run(request, new Complete(request.target(), token, stopReason, reason), OperationApi::answer);
    }

    ApiResponse giveBack(ApiRequest request) {
        JsonFields fields = request.json();
        String token = token(fields);
        Duration delay = fields.value("delay", Units::duration);
        String reason = reason(fields);
        fields.finish();
        return keyed.run(
                request,
                new Return(request.target(), token, delay == null ? Duration.ZERO : delay, reason),
                OperationApi::answer);
    }

    static ApiResponse answer(Interaction interaction) {
        return ApiResponse.json(InteractionView.brief(interaction)).with("ETag", InteractionApi.etag(interaction));
    }

    static @Nullable QueueName queue(JsonFields fields) {
        if (!fields.has("queue")) {
            fields.fault("queue", "is missing; expected the name of a queue");
        }
        return fields.value("queue", QueueName::of);
    }

    /** A token; when it is missing the request is refused at its end. */
    static String token(JsonFields fields) {
        String token = fields.text("token", 1000);
        if (token == null) {
            fields.fault("token", "is missing; expected the token that the pull gave");
        }
        return token == null ? "" : token;
    }

    static @Nullable String reason(JsonFields fields) {
        return fields.text("reason", 1000);
    }

    static @Nullable Duration lease(JsonFields fields) {
        Duration time = fields.value("lease", Units::duration);
        if (time != null && (time.isZero() || time.compareTo(LONGEST_LEASE) > 0)) {
            fields.fault(
                    "lease",
                    "'" + fields.text("lease", 255) + "' is no lease; expected longer than 0s and at most 24h");
        }
        return time;
    }

    static QueueName required(@Nullable QueueName queue) {
        if (queue == null) {
            throw new IllegalStateException("a missing queue is refused before");
        }
        return queue;
    }

    private Generation generation() {
        return hub.config().get().generation();
    }

    private Duration leaseOf(Interaction interaction) {
        QueueName name = interaction.standing().queue();
        QueueDefinition queue = name == null ? null : generation().queues().get(name);
        return queue == null ? Duration.ofHours(3) : queue.lease();
    }
}
