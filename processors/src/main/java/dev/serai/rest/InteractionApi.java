package dev.serai.rest;

import dev.serai.follow.CloudEvent;
import dev.serai.interaction.Interaction;
import dev.serai.operation.Change;
import dev.serai.operation.ChangeRequest;
import dev.serai.operation.Operations;
import dev.serai.operation.Target;
import dev.serai.store.DispatchOverview.Answer;
import dev.serai.store.EventLog.Event;
import java.util.List;
import java.util.Map;

/** Reads one interaction, its timeline, and changes what it says about itself. */
final class InteractionApi {
    private final RestDependencies hub;
    private final Operations operations;

    InteractionApi(RestDependencies hub, Operations operations) {
        this.hub = hub;
        this.operations = operations;
    }

    ApiResponse get(ApiRequest request) {
        ApiResponse answer = full(load(request.target()));
        return Conditions.isKnown(request, answer.headers().getOrDefault("ETag", "")) ? answer.notModified() : answer;
    }

    ApiResponse change(ApiRequest request) {
        ChangeRequest change = ChangeRequest.read(request.json("application/merge-patch+json", "application/json"));
        Long version = Conditions.wanted(request);
        Interaction after = operations
                .run(new Change(request.target(), version, change, request.by(null)))
                .join()
                .orThrow();
        return full(after);
    }

    ApiResponse timeline(ApiRequest request) {
        Target target = request.target();
        load(target);
        List<Event> events = hub.store().read(tx -> tx.events().timeline(target.tenant(), target.id()));
        return ApiResponse.json(
                Map.of("items", events.stream().map(CloudEvent::of).toList()));
    }

    private ApiResponse full(Interaction interaction) {
        Map<String, Object> view =
                InteractionView.full(interaction, hub.config().get().generation());
        List<Answer> replies = hub.store()
                .read(tx -> tx.dispatchOverview()
                        .answers(interaction.tenant(), interaction.origin().threadId(), interaction.id()));
        if (!replies.isEmpty()) {
            view.put("replies", replies.stream().map(DispatchView::reply).toList());
        }
        ApiResponse answer = ApiResponse.json(view);
        return answer.with("ETag", Conditions.tag(interaction.version(), answer.body()));
    }

    Interaction load(Target target) {
        return hub.store()
                .read(tx -> tx.interactions().load(target.tenant(), target.id()))
                .orElseThrow(
                        () -> new ApiException(ProblemCode.NOT_FOUND, "there is no interaction '" + target.id() + "'"));
    }

    static String etag(Interaction interaction) {
        return "\"" + interaction.version() + "\"";
    }
}
