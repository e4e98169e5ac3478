package dev.serai.capture.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.serai.capture.CaptureHub;
import dev.serai.point.Outlets;
import dev.serai.store.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of a test's point, and hubs that read them. */
final class FilePlace {
    static final String POINT = "orders";
    static final String SUBMIT = "{\"operation\":\"submit\",\"properties\":{\"subject\":\"order\"}}";

    private final Path root;
    private String more = "";

    FilePlace(Path root) {
        this.root = root;
        try {
            Files.createDirectories(inbound());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Further parameters, each as {@code , key: value}. */
    FilePlace with(String parameters) {
        more = parameters;
        return this;
    }

    Path folder(String name) {
        return root.resolve("exchange").resolve(name);
    }

    Path inbound() {
        return folder("inbound");
    }

    Path work() {
        return inbound().resolve(".serai-" + POINT);
    }

    Path drop(String name, String text) {
        return drop(name, text.getBytes(UTF_8));
    }

    Path drop(String name, byte[] content) {
        try {
            return Files.write(inbound().resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names in one of the folders, sorted, without hidden ones. */
    List<String> names(String folder) {
        return names(folder(folder)).stream()
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    static List<String> names(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text(String folder, String name) {
        try {
            return Files.readString(folder(folder).resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    CaptureHub hub() {
        return start(CaptureHub.in(root));
    }

    CaptureHub start(CaptureHub hub) {
        Outlets outlets = new Outlets(hub.store(), new Roles(hub.store(), "outlets-" + System.nanoTime()));
        return hub.file("config/queues/orders.yaml", "description: Orders\nstrategy: false\n")
                .file("routes/capture/capture-file-orders.camel.yaml", route())
                .component(FileComponent.SCHEME, new FileComponent(hub.points(), outlets))
                .start();
    }

    String route() {
        return """
                - route:
                    id: capture-file-orders
                    description: A test.
                    from:
                      uri: kamelet:file-capture-source
                      parameters: {name: orders, queue: orders, folder: '%s', pollInterval: 50ms, stableFor: 20ms%s}
                      steps:
                        - to: {id: seen, uri: "bean:seen"}
                """.formatted(root.resolve("exchange"), more);
    }
}
