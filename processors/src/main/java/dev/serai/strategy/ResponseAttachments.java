package dev.serai.strategy;

import dev.serai.interaction.OutboundDraft.Attached;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    private static Attached file(Action.Step step, String name) throws StrategyException {
        Optional<Path> path = step.run().playbook().attachments().file(FOLDER + name);
        if (path.isEmpty()) {
            throw new StrategyException(
                    step.definition().place() + ": attachment '" + name + "' is not in " + FOLDER);
        }
        String type = URLConnection.guessContentTypeFromName(name);
        try {
            return Attached.of(name, type == null ? "application/octet-stream" : type, Files.readAllBytes(path.get()));
        } catch (IOException unreadable) {
            throw new StrategyException(FOLDER + name + " cannot be read", unreadable);
        }
    }
}
