package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What happened to one interaction and why, also to mail that was seen and not taken. */
@Command(
        name = "explain",
        header = "What happened to an interaction or a mail, and why.",
        footer = {
            "",
            "Examples:",
            "  ./serai explain 0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
            "  ./serai explain '<4711@example.org>'",
            "  ./serai explain ORD-7001"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Parameters(
            paramLabel = "ID|MESSAGE-ID|EXTERNAL-ID",
            description = "An interaction's id, the Message-ID of a mail, or what the system that posted it calls it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String what;

    @Override
    public Integer call() throws IOException {
        HubClient hub = access.client(serai);
        String told =
                ID.matcher(what).matches() ? byId(hub, what.toLowerCase(java.util.Locale.ROOT)) : byName(hub, what);
        PrintWriter out = spec.commandLine().getOut();
        out.print(told.isEmpty() ? "nothing is known of " + what + System.lineSeparator() : told);
        out.flush();
        return told.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static String byId(HubClient hub, String id) throws IOException {
        JsonNode interaction = hub.get("/interactions/" + id).orElse(null);
        if (interaction == null) {
            return "";
        }
        JsonNode timeline = hub.get("/interactions/" + id + "/timeline").orElse(Json.MAPPER.createObjectNode());
        return TimelineText.of(interaction, timeline.path("items"));
    }

    private static String byName(HubClient hub, String name) throws IOException {
        String mails = byMessageId(hub, bracketed(name));
        return mails.isEmpty()
                ? found(hub, "/interactions?externalId=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                : mails;
    }

    private static String byMessageId(HubClient hub, String messageId) throws IOException {
        String query = "?messageId=" + URLEncoder.encode(messageId, StandardCharsets.UTF_8);
        StringBuilder told = new StringBuilder(found(hub, "/interactions" + query));
        for (JsonNode seen : items(hub, "/capture-points/seen" + query)) {
            told.append(TimelineText.seen(seen));
        }
        return told.toString();
    }

    private static String found(HubClient hub, String path) throws IOException {
        StringBuilder told = new StringBuilder();
        for (JsonNode interaction : items(hub, path)) {
            told.append(byId(hub, interaction.path("id").asText()));
        }
        return told.toString();
    }

    private static JsonNode items(HubClient hub, String path) throws IOException {
        return hub.get(path).orElse(Json.MAPPER.createObjectNode()).path("items");
    }

    private static String bracketed(String messageId) {
        String plain = messageId.strip();
        return plain.startsWith("<") ? plain : "<" + plain + ">";
    }
}
