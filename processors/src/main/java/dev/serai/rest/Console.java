package dev.serai.rest;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operators' page at `/`: the three files of the folder `console/`, and nothing else of it. */
final class Console {
    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "app.js", "text/javascript; charset=utf-8",
            "style.css", "text/css; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Path folder;

    Console(Path folder) {
        this.folder = folder;
    }

    /** Where its pages are. */
    static List<String> paths() {
        return Stream.concat(Stream.of("/"), FILES.keySet().stream().map(name -> "/" + name))
                .toList();
    }

    void mount(Router router) {
        router.get("/").handler(routing -> send(routing, "index.html"));
        FILES.keySet().forEach(name -> router.get("/" + name).handler(routing -> send(routing, name)));
    }

    private void send(RoutingContext routing, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            routing.next();
            return;
        }
        HttpServerResponse response = routing.response();
        SafeHeaders.console(response);
        response.putHeader("Content-Type", FILES.getOrDefault(name, "application/octet-stream"));
        response.sendFile(file.toString());
    }
}
