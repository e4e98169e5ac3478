package dev.serai.rest;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.ResponsePreview;
import dev.serai.operation.Target;
import dev.serai.response.ResponseBook;
import dev.serai.response.ResponseContext;
import dev.serai.response.ResponseException;
import dev.serai.response.ResponseInfo;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.ResponseFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The standard responses: which there are, and how one would look. */
final class ResponseApi {
    private final RestDependencies hub;
    private final InteractionApi interactions;
    private final Borders borders;

    ResponseApi(RestDependencies hub, InteractionApi interactions, Borders borders) {
        this.borders = borders;
        this.hub = hub;
        this.interactions = interactions;
    }

    ApiResponse list(ApiRequest request) {
        Query query = request.query().only("usage", "language", "category");
        String usage = query.text("usage");
        String language = query.text("language");
        String category = query.text("category");
        List<Map<String, Object>> items = responses(request.realm()).responses().stream()
                .filter(info -> usage == null || ResponsePreview.words(info).contains(usage))
                .filter(info -> language == null || info.language().equalsIgnoreCase(language))
                .filter(info -> category == null || info.category().equals(category))
                .map(this::view)
                .toList();
        return ApiResponse.json(Map.of("items", items));
    }

    ApiResponse preview(ApiRequest request) {
        Query query = request.query().only("language", "interaction");
        Playbook playbook = hub.playbook().get();
        Interaction answered = answered(request, query);
        String language = query.text("language");
        ResponseContext context = answered == null
                ? ResponsePreview.sample(playbook, hub.clock().instant())
                : ResponseFields.of(playbook, answered, answered.userData());
        try {
            return ApiResponse.json(ResponsePreview.of(
                    responses(request.realm()),
                    request.segment(1),
                    language == null && answered != null ? answered.language() : language,
                    context,
                    hub.clock().instant()));
        } catch (ResponseException unknown) {
            throw new ApiException(ProblemCode.NOT_FOUND, unknown.getMessage());
        }
    }

    private ResponseBook responses(Realm realm) {
        ResponseBook all = hub.playbook().get().responses();
        return realm.only().map(one -> all.of(one.value())).orElse(all);
    }

    private @Nullable Interaction answered(ApiRequest request, Query query) {
        String id = query.text("interaction");
        if (id == null) {
            return null;
        }
        try {
            InteractionId asked = InteractionId.of(id);
            return interactions.load(new Target(borders.ownerOf(request, asked), asked));
        } catch (IllegalArgumentException noId) {
            throw Query.invalid("interaction", "'" + id + "' is no id of an interaction");
        }
    }

    private Map<String, Object> view(ResponseInfo info) {
        return new Doc()
                .put("name", info.name())
                .put("language", info.language())
                .put("usage", ResponsePreview.words(info))
                .put("category", info.category().isEmpty() ? null : info.category())
                .put(
                        "because",
                        info.unusable(
                                        hub.clock().instant(),
                                        hub.playbook().get().policy().timeZone())
                                .orElse(null))
                .map();
    }
}
