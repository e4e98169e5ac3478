package dev.serai.strategy;

import dev.serai.interaction.OutboundDraft.Attached;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        byte[] bytes = step.run()
                .playbook()
                .generation()
                .responseAttachment(name)
                .orElseThrow(() -> new StrategyException(
                        step.definition().place() + ": attachment '" + name + "' is not in " + FOLDER));
        String type = URLConnection.guessContentTypeFromName(name);
        return Attached.of(name, type == null ? "application/octet-stream" : type, bytes);
    }
}
