package dev.serai.rest;

import dev.serai.follow.CloudEvent;
import dev.serai.interaction.Interaction;
import dev.serai.operation.Change;
import dev.serai.operation.ChangeRequest;
import dev.serai.operation.Operations;
import dev.serai.operation.Target;
import dev.serai.store.EventLog.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one interaction, its timeline, and changes what it says about itself. */
final class InteractionApi {
    private final RestDependencies hub;
    private final Operations operations;

    InteractionApi(RestDependencies hub, Operations operations) {
        this.hub = hub;
        this.operations = operations;
    }

    ApiResponse get(ApiRequest request) {
        Interaction interaction = load(request.target());
        return ApiResponse.json(
                        InteractionView.full(interaction, hub.config().get().generation()))
                .with("ETag", etag(interaction));
    }

    ApiResponse change(ApiRequest request) {
        ChangeRequest change = ChangeRequest.read(request.json("application/merge-patch+json", "application/json"));
        Long version = version(request.header("If-Match"));
        Interaction after = operations
                .run(new Change(request.target(), version, change, request.by(null)))
                .join()
                .orThrow();
        return ApiResponse.json(InteractionView.full(after, hub.config().get().generation()))
                .with("ETag", etag(after));
    }

    ApiResponse timeline(ApiRequest request) {
        Target target = request.target();
        load(target);
        List<Event> events = hub.store().read(tx -> tx.events().timeline(target.tenant(), target.id()));
        return ApiResponse.json(
                Map.of("items", events.stream().map(CloudEvent::of).toList()));
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

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ApiException(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "the header If-Match is missing; expected the ETag of the version that the change is for, or *");
        }
        String text = ifMatch.strip().replaceAll("^W/", "").replace("\"", "");
        try {
            return text.equals("*") ? null : Long.valueOf(text);
        } catch (NumberFormatException foreign) {
            throw new ApiException(
                    ProblemCode.VERSION_MISMATCH, "If-Match is " + ifMatch + "; expected an ETag like \"3\"");
        }
    }
}
