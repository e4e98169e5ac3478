package dev.serai.rest;

import dev.serai.files.OwnAddresses;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Refusal.Fault;
import dev.serai.operation.Submit;
import dev.serai.operation.SubmitDefaults;
import dev.serai.operation.SubmitRequest;
import dev.serai.operation.Submitted;
import dev.serai.operation.Target;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;

/** POST /interactions: JSON, a form with files, or a mail as its raw bytes. */
final class SubmitApi {
    private final RestDependencies hub;
    private final Keyed keyed;
    private final PointScope scope;
    private final Borders borders;

    SubmitApi(RestDependencies hub, Keyed keyed, PointScope scope, Borders borders) {
        this.borders = borders;
        this.scope = scope;
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse submit(ApiRequest request) {
        return Keyed.joined(later(request));
    }

    /** Completes after the commit. */
    CompletableFuture<ApiResponse> later(ApiRequest request) {
        request.query().only("externalId");
        requireOwn(request, SubmitDefaults.REST.point());
        return keyed.later(request, operation(request), SubmitApi::answer);
    }

    /**
     * A form with files, which are in the body until it is answered.
     *
     * @param room whether there is memory for so many bytes of fields
     */
    ApiResponse submit(ApiRequest request, LongPredicate room) throws IOException {
        request.query().only();
        requireOwn(request, SubmitDefaults.REST.point());
        FormData form = FormData.read(request, room);
        Submit submit = submit(request, form.json()).with(form.files(), hub.clock());
        return keyed.run(request, form.digest(), submit, SubmitApi::answer);
    }

    private Submit operation(ApiRequest request) {
        return switch (request.mediaType()) {
            case "application/json" -> submit(request, request.json());
            case Uploads.TYPE -> mail(request);
            default -> throw request.unsupported("application/json, " + FormReader.TYPE + " or " + Uploads.TYPE);
        };
    }

    private Submit submit(ApiRequest request, JsonFields fields) {
        SubmitRequest submitted = SubmitRequest.read(fields);
        request.belongsTo(owner(request, submitted));
        InteractionId parent = submitted.parentId();
        if (parent != null && request.caller().isLimited()) {
            scope.require(request.caller(), new Target(request.tenant(), parent));
        }
        return Submit.of(submitted, defaults(request), queues(request), own(), hub.clock());
    }

    /** Without a realm of one tenant it is whose what it names is: its parent, else its queue. */
    private String owner(ApiRequest request, SubmitRequest submitted) {
        InteractionId parent = submitted.parentId();
        QueueName queue = submitted.queue();
        if (!request.realm().isAll()) {
            return request.tenant();
        }
        if (parent != null) {
            return borders.ownerOf(request, parent);
        }
        return Optional.ofNullable(queue)
                .map(queues(request)::get)
                .flatMap(QueueDefinition::tenant)
                .map(TenantName::value)
                .orElseGet(request::tenant);
    }

    private static SubmitDefaults defaults(ApiRequest request) {
        return SubmitDefaults.REST.of(TenantName.of(request.tenant()));
    }

    private Submit mail(ApiRequest request) {
        if (request.content().size() == 0) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST, "the body is empty; expected a mail", new Fault("", "is empty"));
        }
        SubmitRequest none = SubmitRequest.read(JsonFields.parse("{}"))
                .withExternalId(request.query().text("externalId"));
        return Submit.mail(none, request.content(), defaults(request), queues(request), own(), hub.clock());
    }

    /** @throws ApiException when the caller has points, and this is none of them */
    private static void requireOwn(ApiRequest request, PointName point) {
        if (!request.caller().maySee(point)) {
            throw new ApiException(
                    ProblemCode.FORBIDDEN,
                    "the key '" + request.caller().name() + "' is not for capture point '" + point
                            + "', which this path submits to");
        }
    }

    private Map<QueueName, QueueDefinition> queues(ApiRequest request) {
        return borders.queues(request.realm());
    }

    private OwnAddresses own() {
        return hub.playbook().get().ownAddresses();
    }

    private static ApiResponse answer(Submitted submitted) {
        var interaction = submitted.interaction();
        return ApiResponse.json(submitted.fresh() ? 201 : 200, InteractionView.brief(interaction))
                .with("Location", ApiRequest.ROOT + "/interactions/" + interaction.id())
                .with("ETag", InteractionApi.etag(interaction));
    }
}
