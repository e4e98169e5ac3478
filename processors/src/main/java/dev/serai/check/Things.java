package dev.serai.check;

import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.HubKeys;
import dev.serai.files.Place;
import dev.serai.files.Settings;
import dev.serai.lookup.DatabaseDefinition;
import dev.serai.lookup.LookupBook;
import dev.serai.response.ResponseBook;
import dev.serai.response.ResponseInfo;
import dev.serai.screening.RuleBook;
import dev.serai.screening.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What else than queues and accounts may be of a tenant: rule groups, responses, databases, Kafka clusters. */
final class Things {
    private final String language;
    private @Nullable Generation last;
    private Read read = new Read(List.of(), List.of(), List.of(), List.of());

    /** @param settings say in which language each response exists */
    Things(Settings settings) {
        this.language = settings.text(HubKeys.LANGUAGE);
    }

    /**
     * One of them.
     *
     * @param kind the word for it
     * @param name by which steps name it
     * @param place where its tenant stands, or it itself
     */
    record Thing(String kind, String name, Belonging belonging, Place place) {}

    /**
     * Those of a generation.
     *
     * @param responses one for each language
     */
    record Read(List<Thing> groups, List<Thing> responses, List<Thing> databases, List<Thing> clusters) {
        Stream<Thing> all() {
            return Stream.of(groups, responses, databases, clusters).flatMap(List::stream);
        }
    }

    /** Not thread-safe: what was read last is kept, since several checks ask. */
    Read of(Generation generation) {
        if (generation != last) {
            read = readAll(generation);
            last = generation;
        }
        return read;
    }

    private Read readAll(Generation generation) {
        List<Thing> groups = RuleBook.load(generation.screening()).groups().stream()
                .map(group -> group(group, generation))
                .toList();
        List<Thing> responses =
                ResponseBook.load(generation.responses(), generation.responseAttachments(), language)
                        .responses()
                        .stream()
                        .map(info -> response(info, generation))
                        .toList();
        List<Thing> databases = new ArrayList<>();
        for (DatabaseDefinition database : LookupBook.load(generation.databases(), generation.queries())
                .databases()
                .values()) {
            String path = "config/databases/" + database.name() + ".yaml";
            databases.add(new Thing(
                    "database",
                    database.name(),
                    database,
                    line(path, generation.databases().get(path))));
        }
        List<Thing> clusters = generation.kafkaClusters().values().stream()
                .map(cluster -> new Thing("Kafka cluster", cluster.name(), cluster, cluster.place()))
                .toList();
        return new Read(groups, responses, databases, clusters);
    }

    private static Thing group(RuleGroup group, Generation generation) {
        return new Thing(
                "rule group",
                group.name(),
                group,
                line(group.file(), generation.screening().get(group.file())));
    }

    private static Thing response(ResponseInfo info, Generation generation) {
        String path = generation.responses().keySet().stream()
                .filter(file -> file.toLowerCase(Locale.ROOT)
                        .equals("config/responses/" + info.name() + "." + info.language() + ".txt"))
                .findFirst()
                .orElse("config/responses/" + info.name() + "." + info.language() + ".txt");
        return new Thing(
                "response", info.name(), info, line(path, generation.responses().get(path)));
    }

    /** Where a file says whose it is; its first line where it does not. */
    private static Place line(String path, @Nullable String text) {
        List<String> lines = text == null ? List.of() : text.lines().toList();
        Optional<Integer> found = Stream.iterate(0, at -> at < lines.size(), at -> at + 1)
                .filter(at -> lines.get(at).startsWith("tenant:"))
                .findFirst();
        return Place.of(path, found.orElse(0) + 1);
    }
}
