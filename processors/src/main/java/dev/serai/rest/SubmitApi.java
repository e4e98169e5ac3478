package dev.serai.rest;

import dev.serai.files.OwnAddresses;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Refusal.Fault;
import dev.serai.operation.Submit;
import dev.serai.operation.SubmitDefaults;
import dev.serai.operation.SubmitRequest;
import dev.serai.operation.Submitted;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** POST /interactions: JSON, or a mail as its raw bytes. */
final class SubmitApi {
    private final RestDependencies hub;
    private final Keyed keyed;

    SubmitApi(RestDependencies hub, Keyed keyed) {
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse submit(ApiRequest request) {
        return Keyed.joined(later(request));
    }

    /** Completes after the commit. */
    CompletableFuture<ApiResponse> later(ApiRequest request) {
        request.query().only("externalId");
        return keyed.later(request, operation(request), SubmitApi::answer);
    }

    private Submit operation(ApiRequest request) {
        Map<QueueName, QueueDefinition> queues = hub.config().get().generation().queues();
        return switch (request.mediaType()) {
            case "application/json" ->
                Submit.of(SubmitRequest.read(request.json()), SubmitDefaults.REST, queues, own(), hub.clock());
            case Mails.TYPE -> mail(request, queues);
            default -> throw request.unsupported("application/json or " + Mails.TYPE);
        };
    }

    private Submit mail(ApiRequest request, Map<QueueName, QueueDefinition> queues) {
        if (request.content().size() == 0) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST, "the body is empty; expected a mail", new Fault("", "is empty"));
        }
        SubmitRequest none = SubmitRequest.read(JsonFields.parse("{}"))
                .withExternalId(request.query().text("externalId"));
        return Submit.mail(none, request.content(), SubmitDefaults.REST, queues, own(), hub.clock());
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
