package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.TestInstance;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Orders that come as files, some of them wrong, and the books about them. */
final class FileDrop implements Drop {
    private final Path folder;
    private final List<String> orders = new ArrayList<>();
    private int wrong;

    FileDrop(TestInstance instance) {
        this.folder = instance.folder().resolve("data/points/shop");
        instance.file("routes/capture/capture-file-shop.camel.yaml", """
                - route:
                    id: capture-file-shop
                    description: The test's orders
                    from:
                      uri: kamelet:file-capture-source
                      parameters: {name: shop, queue: general, stableFor: 20ms, pollInterval: 100ms}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """);
    }

    /** Each with two operations, of which the second names what the first made. */
    @Override
    public void order(int count) {
        for (int i = 0; i < count; i++) {
            String order = "order " + orders.size();
            orders.add(order);
            drop("""
                    [{"operation":"submit","externalId":"%1$s","properties":{"subject":"%1$s"}},
                     {"operation":"update","externalId":"%1$s","properties":{"tier":"gold"}}]""".formatted(order));
        }
    }

    @Override
    public void wrong(int count) {
        for (int i = 0; i < count; i++) {
            wrong++;
            drop("{\"operation\":\"destroy\"}");
        }
    }

    private void drop(String text) {
        try {
            Path inbound = Files.createDirectories(folder.resolve("inbound"));
            Path part = Files.writeString(inbound.resolve("order.json.part"), text);
            Files.move(part, inbound.resolve(orders.size() + "-" + wrong + ".json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many files were done until now. */
    int done() {
        return names("processed").size();
    }

    /** Each order is there once, each operation was answered once, each file is where it belongs. */
    @Override
    public void balance(Store store) throws IOException {
        Site.eventually(() -> {
            assertThat(names("processed")).hasSize(orders.size());
            assertThat(names("error")).hasSize(2 * wrong);
            assertThat(names("notification")).hasSize(2 * orders.size() + wrong);
        });
        assertThat(names("inbound")).containsExactly(".serai-shop");
        assertThat(names("inbound/.serai-shop")).isEmpty();
        List<Interaction> there = new Books(store).of("shop");
        assertThat(there).extracting(one -> one.content().subject()).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(there).allMatch(one -> "gold".equals(one.userData().get("tier")));
        answers(there);
    }

    private void answers(List<Interaction> there) throws IOException {
        Set<String> submitted = new HashSet<>();
        Set<String> changed = new HashSet<>();
        for (String name : names("notification")) {
            JsonNode answer = Json.MAPPER.readTree(
                    folder.resolve("notification").resolve(name).toFile());
            switch (answer.path("operation").asText()) {
                case "submitted" -> submitted.add(answer.path("id").asText());
                case "changed" -> changed.add(answer.path("id").asText());
                default -> assertThat(answer.path("operation").asText()).isEqualTo("error");
            }
        }
        assertThat(submitted)
                .containsExactlyInAnyOrderElementsOf(
                        there.stream().map(one -> one.id().value()).toList())
                .isEqualTo(changed);
    }

    private List<String> names(String sub) {
        if (!Files.isDirectory(folder.resolve(sub))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
