package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Set;

/** An interaction's timeline as text: each event with who and why, each step of a decision with its file. */
final class TimelineText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    /** Told in lines of their own, or too long for one. */
    private static final Set<String> APART =
            Set.of("kind", "kindBecause", "steps", "screening", "transformers", "replies", "warnings", "thread");

    private static final int LONGEST = 200;

    private final StringBuilder text = new StringBuilder();

    private TimelineText() {}

    static String of(JsonNode interaction, JsonNode events) {
        TimelineText timeline = new TimelineText();
        timeline.head(interaction);
        interaction.path("replies").forEach(timeline::answer);
        events.forEach(timeline::event);
        return timeline.text.toString();
    }

    /** What a mailbox saw at one position. */
    static String seen(JsonNode entry) {
        TimelineText timeline = new TimelineText();
        String reason = entry.path("reason").asText("");
        timeline.line("seen by " + entry.path("point").asText() + " at position "
                + entry.path("position").asText() + ": " + entry.path("result").asText()
                + (reason.isEmpty() ? "" : ", " + reason)
                + (entry.has("interaction")
                        ? ", interaction " + entry.path("interaction").asText()
                        : ""));
        return timeline.text.toString();
    }

    private void head(JsonNode interaction) {
        String state = interaction.path("state").asText();
        String where = state.equals("stopped")
                ? "stopped (" + interaction.path("stopReason").asText() + ")"
                : state + " in " + interaction.path("queue").asText() + ", priority "
                        + interaction.path("priority").asText();
        line(interaction.path("id").asText() + "  " + where);
        line("  " + interaction.path("subtype").asText() + ", "
                + interaction.path("kind").asText() + from(interaction) + ": "
                + interaction.path("subject").asText("no subject"));
    }

    private static String from(JsonNode interaction) {
        String address = interaction.at("/from/address").asText("");
        return address.isEmpty() ? "" : " from " + address;
    }

    /** A mail of ours about it, and how far it came. */
    private void answer(JsonNode answer) {
        StringBuilder recipients = new StringBuilder();
        answer.path("recipients")
                .forEach(one -> recipients
                        .append(recipients.isEmpty() ? " to " : ", ")
                        .append(one.path("address").asText())
                        .append(" (")
                        .append(one.path("state").asText())
                        .append(')'));
        String error = answer.path("lastError").asText("");
        line("  " + answer.path("kind").asText() + " " + answer.path("id").asText() + " is "
                + answer.path("state").asText() + recipients + (error.isEmpty() ? "" : ": " + error));
    }

    private void event(JsonNode event) {
        JsonNode data = event.path("data");
        String type = event.path("type").asText().replaceFirst("^serai\\.(interaction\\.)?", "");
        String reason = data.path("reason").asText("");
        line("  " + TIME.format(Instant.parse(event.path("time").asText())) + "  " + type + " by "
                + data.path("actor").asText() + generation(data) + (reason.isEmpty() ? "" : ": " + reason)
                + facts(data.path("interaction")));
        kind(data.path("interaction"));
        steps(data.path("interaction").path("steps"));
        transformers(data.path("interaction").path("transformers"));
        replies(data.path("interaction").path("replies"));
        thread(data.path("interaction").path("thread"));
        data.path("interaction").path("warnings").forEach(warning -> line("      warning: " + warning.asText()));
    }

    /** Which set of files decided. */
    private static String generation(JsonNode data) {
        String id = data.path("generation").asText("");
        return id.isEmpty() ? "" : " (files " + id.substring(0, Math.min(12, id.length())) + ")";
    }

    private static String facts(JsonNode data) {
        StringBuilder facts = new StringBuilder();
        for (Iterator<String> names = data.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode value = data.path(name);
            if (!APART.contains(name) && (value.isValueNode() || !value.isEmpty())) {
                facts.append(facts.isEmpty() ? "  [" : ", ")
                        .append(name)
                        .append(' ')
                        .append(clip(value));
            }
        }
        return facts.isEmpty() ? "" : facts.append(']').toString();
    }

    private void kind(JsonNode data) {
        if (data.has("kind")) {
            String because = data.path("kindBecause").asText("");
            line("      kind " + data.path("kind").asText() + (because.isEmpty() ? "" : ": " + because));
        }
    }

    private void steps(JsonNode steps) {
        for (JsonNode step : steps) {
            String because = step.path("because").asText("");
            line("      " + step.path("step").asText() + ": "
                    + step.path("effect").asText()
                    + (because.isEmpty() ? "" : ", because " + because) + "  ("
                    + step.path("file").asText() + ")");
        }
    }

    private void thread(JsonNode thread) {
        if (thread.has("joined")) {
            line("      joined thread " + thread.path("joined").asText() + ", because "
                    + thread.path("because").asText());
        }
        thread.path("suggestions")
                .forEach(one ->
                        line("      not joined to thread " + one.path("thread").asText() + ", although "
                                + one.path("although").asText()));
        thread.path("ignored").forEach(one -> line("      not believed: " + one.asText()));
        thread.path("awaits").forEach(one -> line("      waits for what it answers: " + one.asText()));
    }

    private void transformers(JsonNode transformers) {
        for (JsonNode one : transformers) {
            String reason = one.path("reason").asText("");
            line("      transformer " + one.path("name").asText() + ": "
                    + one.path("result").asText() + (reason.isEmpty() ? "" : ", " + reason));
        }
    }

    private void replies(JsonNode replies) {
        for (JsonNode reply : replies) {
            line("      " + reply.path("kind").asText() + " to "
                    + reply.path("to").asText() + ": " + reply.path("subject").asText());
        }
    }

    private static String clip(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    /** A subject may hold anything: control characters never reach a terminal. */
    private void line(String words) {
        text.append(words.replaceAll("\\p{Cntrl}", " ")).append(System.lineSeparator());
    }
}
