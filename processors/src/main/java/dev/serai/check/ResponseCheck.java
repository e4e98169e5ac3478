package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds responses that a strategy names but nobody wrote, or not in the language of last resort. */
final class ResponseCheck implements Check {
    private static final List<String> ACTIONS = List.of("acknowledge-action", "autorespond-action");
    private final String language;

    /** Demands each response in a language. */
    ResponseCheck(String language) {
        this.language = language;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        Set<String> texts = new TreeSet<>();
        generation.responses().keySet().stream()
                .filter(path -> path.endsWith(".txt"))
                .forEach(path ->
                        texts.add(path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.txt$", "")));
        generation.steps().values().stream()
                .filter(step -> ACTIONS.contains(step.kamelet()))
                .forEach(step -> step.find("response").ifPresent(name -> response(name, step, texts, problems)));
        generation.steps().values().stream()
                .filter(step -> ACTIONS.contains(step.kamelet()))
                .forEach(step -> attachments(step, generation, problems));
    }

    private void response(String name, StepDefinition step, Set<String> texts, Problems problems) {
        Set<String> names = new TreeSet<>();
        texts.forEach(text -> names.add(text.replaceFirst("\\..*", "")));
        if (!names.contains(name)) {
            problems.error(
                    step.place(),
                    "step '" + step.id() + "' names response '" + name + "', which is not in config/responses"
                            + Nearest.hint(name, names));
        } else if (!texts.contains(name + "." + language)) {
            problems.error(
                    step.place(),
                    "response '" + name + "' has no text in " + language + ", the language of last resort"
                            + " (serai.language); add config/responses/" + name + "." + language + ".txt");
        }
    }

    private static void attachments(StepDefinition step, Generation generation, Problems problems) {
        for (String name : step.find("attachments").orElse("").split(",", -1)) {
            String path = "config/responses/attachments/" + name.strip();
            if (!name.isBlank() && generation.files().bytes(path).isEmpty()) {
                problems.error(
                        step.place(), "step '" + step.id() + "' attaches '" + name.strip() + "'; there is no " + path);
            }
        }
    }
}
