package dev.serai.rest;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.store.InteractionFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** REST with web forms, whose mail nobody reads: what is stored is what was posted. */
final class WebformHub implements AutoCloseable {
    static final String SITE = "https://www.example.com";
    static final String FORM = "/api/v1/webforms/contact";
    static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private final RestHub hub;
    private final Path folder;

    private WebformHub(RestHub hub, Path folder) {
        this.hub = hub;
        this.folder = folder;
    }

    /** @param forms parameters by name, beside `name` and `address` */
    static WebformHub start(Path folder, Map<String, String> settings, Map<String, String> forms) throws Exception {
        Map<String, String> files =
                new TreeMap<>(Map.of("config/tenants/acme.yaml", "description: A tenant\nowner: acme@example.com\n"));
        forms.forEach(
                (name, more) -> files.put("routes/capture/capture-webform-" + name + ".camel.yaml", file(name, more)));
        RestHub hub = RestHub.start(folder, settings, files);
        forms.keySet().forEach(name -> hub.points().serves(PointName.of(name), captured -> {}));
        return new WebformHub(hub, folder);
    }

    static String file(String name, String more) {
        return """
                - route:
                    id: capture-webform-%1$s
                    description: The form %1$s
                    from:
                      uri: kamelet:webform-capture-source
                      parameters: {name: %1$s, address: %1$s@example.com%2$s}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """.formatted(name, more.isEmpty() ? "" : ", " + more);
    }

    RestHub hub() {
        return hub;
    }

    Client client(String... always) {
        return new Client(hub.port(), always);
    }

    /** What a page without files posts. */
    Client.Answer post(String form, String body, String... headers) {
        return client().bytes(
                        "POST",
                        "/api/v1/webforms/" + form,
                        URL_ENCODED,
                        body.getBytes(StandardCharsets.ISO_8859_1),
                        headers);
    }

    Interaction stored(Client.Answer answer) {
        InteractionId id = InteractionId.of(answer.at("/reference"));
        return hub.store().read(tx -> tx.interactions().load("default", id)).orElseThrow();
    }

    String raw(Client.Answer answer) {
        return client().get("/api/v1/interactions/" + answer.at("/reference") + "/raw")
                .text();
    }

    int interactions() {
        return hub.store()
                .read(tx -> tx.interactions()
                        .find("default", InteractionFilter.all().limit(1000)))
                .size();
    }

    /** What lies in the spool folder. */
    List<Path> spooled() {
        try (var files = Files.list(folder.resolve("spool-in"))) {
            return files.toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Something that nobody posted before. */
    static String unique() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() throws IOException {
        hub.close();
    }
}
