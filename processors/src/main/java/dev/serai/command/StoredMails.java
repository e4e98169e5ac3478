package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.Generation;
import dev.serai.interaction.PointName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mail that a running hub received since a time, fetched into a folder. */
final class StoredMails {
    private static final int PAGE = 500;

    private final HubClient hub;
    private final Generation generation;

    StoredMails(HubClient hub, Generation generation) {
        this.hub = hub;
        this.generation = generation;
    }

    /** Oldest first; what came in other ways than as a mail is left out. */
    List<TriedMail> since(Instant time, Path folder) throws IOException {
        List<TriedMail> mails = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = hub.get("/interactions?type=Inbound&receivedAfter=" + time + "&limit=" + PAGE + cursor)
                    .orElseThrow(() -> new IOException("what answers is no Serai of this version"));
            for (JsonNode item : page.path("items")) {
                mail(item, folder).ifPresent(mails::add);
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        Collections.reverse(mails);
        return mails;
    }

    private Optional<TriedMail> mail(JsonNode item, Path folder) throws IOException {
        String id = item.path("id").asText();
        Path file = folder.resolve(id + ".eml");
        boolean fetched = hub.fetch("/interactions/" + id + "/raw", file);
        return fetched ? Optional.of(new TriedMail(id, file, point(item))) : Optional.empty();
    }

    /** Its own capture point, where the edited files still have it. */
    private @Nullable PointName point(JsonNode item) {
        String name = item.path("capturePoint").asText();
        return generation.mailboxes().keySet().stream()
                .filter(point -> point.value().equals(name))
                .findFirst()
                .orElse(null);
    }
}
