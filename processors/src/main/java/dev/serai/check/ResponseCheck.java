package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.response.ResponseBook;
import dev.serai.response.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the responses, and finds those that a strategy names but nobody wrote, or wrote for something else. */
final class ResponseCheck implements Check {
    private static final Map<String, Usage> USAGES = Map.of(
            "acknowledge-action", Usage.ACKNOWLEDGEMENT,
            "autorespond-action", Usage.AUTORESPONSE,
            "forward-action", Usage.NOTIFICATION,
            "notify-action", Usage.NOTIFICATION);
    private final String language;

    /** Demands each response in a language. */
    ResponseCheck(String language) {
        this.language = language;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        Set<String> attachments = generation.responseAttachments();
        ResponseBook book = ResponseBook.load(generation.responses(), attachments, language);
        problems.addAll(book.problems());
        for (StepDefinition step : generation.steps().values()) {
            if (USAGES.containsKey(step.kamelet())) {
                step.find("response")
                        .filter(name -> !name.contains("{{"))
                        .ifPresent(name -> response(name, step, book, problems));
                attachments(step, attachments, problems);
            }
        }
    }

    private static void response(String name, StepDefinition step, ResponseBook book, Problems problems) {
        String who = "step '" + step.id() + "': ";
        book.unknown(name).ifPresent(reason -> problems.error(step.places().of("response"), who + reason));
        Usage usage = USAGES.getOrDefault(step.kamelet(), Usage.NOTIFICATION);
        List<String> others = book.responses().stream()
                .filter(response -> response.name().equals(name))
                .filter(response ->
                        !response.usage().isEmpty() && !response.usage().contains(usage))
                .map(response -> response.language())
                .toList();
        if (!others.isEmpty()) {
            problems.error(
                    step.places().of("response"),
                    who + "response '" + name + "' (" + String.join(", ", others) + ") is not meant for this; its usage"
                            + " lacks " + usage.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void attachments(StepDefinition step, Set<String> attachments, Problems problems) {
        for (String name : step.find("attachments").orElse("").split(",", -1)) {
            if (!name.isBlank() && !attachments.contains(name.strip())) {
                problems.error(
                        step.places().of("attachments"),
                        "step '" + step.id() + "' attaches '" + name.strip()
                                + "', which is not in config/responses/attachments");
            }
        }
    }
}
