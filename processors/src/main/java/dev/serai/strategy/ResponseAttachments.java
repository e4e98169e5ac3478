package dev.serai.strategy;

import dev.serai.files.Home;
import dev.serai.interaction.OutboundDraft.Attached;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of config/responses/attachments/ that go along with a response. */
final class ResponseAttachments {
    private static final String FOLDER = "config/responses/attachments/";

    private ResponseAttachments() {}

    static List<Attached> of(Action.Step step, List<String> ofResponse) throws StrategyException {
        List<String> names = new ArrayList<>(ofResponse);
        Arrays.stream(step.text("attachments").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        List<Attached> files = new ArrayList<>();
        for (String name : names) {
            files.add(file(step, name));
        }
        return files;
    }

    /** The names of all files there are. */
    static Set<String> names(Home home) {
        return Stream.of(home.folder(), home.shipped())
                .map(root -> root.resolve(FOLDER).toFile().list())
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Attached file(Action.Step step, String name) throws StrategyException {
        Optional<Path> path = step.run().playbook().attachments().file(FOLDER + name);
        if (path.isEmpty()) {
            throw new StrategyException(step.definition().place() + ": attachment '" + name + "' is not in " + FOLDER);
        }
        String type = URLConnection.guessContentTypeFromName(name);
        try {
            return Attached.of(name, type == null ? "application/octet-stream" : type, Files.readAllBytes(path.get()));
        } catch (IOException unreadable) {
            throw new StrategyException(FOLDER + name + " cannot be read", unreadable);
        }
    }
}
