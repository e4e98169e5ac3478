package dev.serai.rest;

import dev.serai.files.HttpKeys;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Puts in front of all routes what keeps large content out of memory: mails that come in, what is downloaded, and how much
 * of everything else is read at once.
 */
final class LargeContent {
    /** Of the heap: JSON and small mails while they are read. */
    private static final int BODIES = 4;
    /** Of the heap: large mails on their way in, and downloads, each. */
    private static final int STREAMS = 16;

    private final RestDependencies hub;
    private final Verbs verbs;

    LargeContent(RestDependencies hub, Verbs verbs) {
        this.hub = hub;
        this.verbs = verbs;
    }

    /** @throws IOException when the spool cannot be used */
    void mount(Router router) throws IOException {
        long most = hub.settings().size(HttpKeys.MAX_BODY);
        Path spool = hub.data().resolve("spool-in");
        Uploads.clear(spool);
        SubmitApi submits = verbs.submits();
        Memory uploads = Memory.ofHeap(STREAMS);
        router.post(ApiRequest.ROOT + "/interactions")
                .order(-16)
                .handler(new Uploads(
                        spool,
                        uploads,
                        most,
                        Map.of(
                                Uploads.TYPE,
                                (request, room) -> submits.submit(request),
                                FormReader.TYPE,
                                submits::submit)));
        verbs.webforms(spool).mount(router);
        TryApi trial = verbs.trial();
        router.post(ApiRequest.ROOT + "/try")
                .order(-16)
                .handler(
                        new Uploads(spool, uploads, most, Map.of(Uploads.TYPE, (request, room) -> trial.run(request))));
        router.route().order(-15).handler(new Bodies(Memory.ofHeap(BODIES), most));

        Memory downloads = Memory.ofHeap(STREAMS);
        ContentApi content = verbs.content();
        download(router, "/interactions/:id/raw", new Downloads(verbs.kept(content::raw), downloads));
        download(router, "/interactions/:id/attachments/:n", new Downloads(verbs.kept(content::attachment), downloads));
        download(router, "/quarantine/:id/raw", new Downloads(verbs.kept(content::raw), downloads));
    }

    private static void download(Router router, String path, Handler<RoutingContext> handler) {
        router.get(ApiRequest.ROOT + path).order(-10).handler(handler);
        router.route(HttpMethod.HEAD, ApiRequest.ROOT + path).order(-10).handler(handler);
    }
}
