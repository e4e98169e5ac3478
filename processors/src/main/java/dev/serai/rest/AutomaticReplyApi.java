package dev.serai.rest;

import dev.serai.files.ReplyKeys;
import dev.serai.operation.Outcome;
import dev.serai.store.ReplyPause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The switch for all automatic replies: how it stands, off and on. */
final class AutomaticReplyApi {
    private static final Logger LOG = LoggerFactory.getLogger(AutomaticReplyApi.class);

    private final RestDependencies hub;
    private final Keyed keyed;

    AutomaticReplyApi(RestDependencies hub, Keyed keyed) {
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse get(ApiRequest request) {
        request.query().only();
        return now();
    }

    ApiResponse pause(ApiRequest request) {
        return steer(request, true);
    }

    ApiResponse resume(ApiRequest request) {
        return steer(request, false);
    }

    private ApiResponse steer(ApiRequest request, boolean pause) {
        request.json().finish();
        boolean isOff = !hub.settings().text(ReplyKeys.AUTOMATIC).equals("on");
        ApiResponse answer = keyed.run(
                request,
                tx -> {
                    if (pause) {
                        ReplyPause.begin(tx);
                    } else {
                        ReplyPause.end(tx);
                    }
                    Audit.tell(tx, request, "replies", "automatic", pause ? "paused" : "resumed");
                    return Outcome.done(pause || isOff);
                },
                paused -> ApiResponse.json(new Doc().put("paused", paused).map()));
        LOG.warn("automatic replies were switched paused={} request={}", pause, request.id());
        return answer;
    }

    private ApiResponse now() {
        return ApiResponse.json(AutomaticReplies.of(hub));
    }
}
