package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.RouteFile;
import dev.serai.files.StepDefinition;
import dev.serai.files.Units;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Checks the values that the steps of strategies name: queues, accounts, priorities, times, reasons. */
final class ActionCheck implements Check {
    private static final List<String> REASONS = List.of(
            "completed",
            "answered",
            "autoresponse",
            "sent",
            "forwarded",
            "redirected",
            "spam",
            "duplicate",
            "cancelled",
            "expired");

    @Override
    public void check(Generation generation, Problems problems) {
        for (StepDefinition step : generation.steps().values()) {
            if (!step.kamelet().endsWith("-action")) {
                continue;
            }
            RouteFile route = generation.routes().get(step.routeId());
            if (route != null && (route.kind() == RouteFile.Kind.POINT || route.kind() == RouteFile.Kind.ACCOUNT)) {
                problems.error(
                        step.place(),
                        step.kamelet() + " decides about an interaction and works only in strategies; route '"
                                + route.id() + "' is none");
            }
            values(step, generation, problems);
        }
    }

    private static void values(StepDefinition step, Generation generation, Problems problems) {
        switch (step.kamelet()) {
            case "place-action" -> {
                queue(step, generation, problems);
                priority(step, "priority", 0, problems);
            }
            case "priority-action" -> priorityAction(step, problems);
            case "send-action" -> account(step, generation, problems);
            case "hold-action" -> until(step, problems);
            case "notify-action" -> {
                said(step, problems);
                RecipientCheck.step(step, generation, problems);
            }
            case "forward-action", "redirect-action" -> RecipientCheck.step(step, generation, problems);
            case "wait-action" -> WaitCheck.step(step, generation, problems);
            case "stop-action" -> reason(step, problems);
            default -> {}
        }
    }

    static void queue(StepDefinition step, Generation generation, Problems problems) {
        step.find("queue")
                .ifPresent(name -> QueueCheck.declared(
                        name, step.places().of("queue"), generation, "step '" + step.id() + "'", problems));
    }

    private static void account(StepDefinition step, Generation generation, Problems problems) {
        List<String> accounts =
                generation.accounts().keySet().stream().map(AccountName::value).toList();
        step.find("account")
                .filter(name -> !accounts.contains(name))
                .ifPresent(name -> problems.error(
                        step.places().of("account"),
                        "step '" + step.id() + "' sends by account '" + name
                                + "', which is not declared in routes/dispatch" + Nearest.hint(name, accounts)));
    }

    private static void priorityAction(StepDefinition step, Problems problems) {
        if (step.find("priority").isPresent() == step.find("raise").isPresent()) {
            problems.error(step.place(), "step '" + step.id() + "' needs either 'priority' or 'raise'");
        }
        priority(step, "priority", 0, problems);
        priority(step, "raise", -100, problems);
    }

    private static void priority(StepDefinition step, String key, int least, Problems problems) {
        step.find(key)
                .filter(text -> text.matches("-?\\d{1,9}"))
                .map(Integer::parseInt)
                .ifPresent(number -> {
                    if (number < least || number > 100) {
                        error(step, key, number + " is not within " + least + " to 100", problems);
                    }
                });
    }

    private static void until(StepDefinition step, Problems problems) {
        step.find("until").filter(text -> !text.contains("${")).ifPresent(text -> {
            try {
                Units.duration(text);
            } catch (IllegalArgumentException notADuration) {
                time(step, text, problems);
            }
        });
    }

    private static void time(StepDefinition step, String text, Problems problems) {
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            error(
                    step,
                    "until",
                    "'" + text + "' is neither a duration such as 4h nor a time such as 2026-11-23T10:00:00+01:00",
                    problems);
        }
    }

    private static void reason(StepDefinition step, Problems problems) {
        step.find("reason")
                .filter(text -> !REASONS.contains(text) && !text.matches("x-[a-z0-9-]+"))
                .ifPresent(text -> error(
                        step,
                        "reason",
                        "'" + text + "' is none of " + String.join(", ", REASONS) + ", nor your own beginning with x-",
                        problems));
    }

    /** An error about a parameter, at its place. */
    static void error(StepDefinition step, String key, String reason, Problems problems) {
        Place place = step.places().of(key);
        problems.error(place, "'" + key + "' of step '" + step.id() + "': " + reason);
    }

    /** The queues as texts, for messages. */
    static List<String> names(Map<QueueName, ?> queues) {
        return queues.keySet().stream().map(QueueName::value).toList();
    }

    /** A notification says something, and about what. */
    private static void said(StepDefinition step, Problems problems) {
        boolean response = step.find("response").isPresent();
        for (String name : new String[] {"subject", "text"}) {
            if (!response && step.find(name).orElse("").isBlank()) {
                problems.error(
                        step.places().of(name),
                        "step '" + step.id() + "' has no '" + name + "'; expected one, or a 'response' that has it");
            }
        }
    }
}
