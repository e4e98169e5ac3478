package dev.serai.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.AnswerNames;
import dev.serai.interaction.Json;
import dev.serai.store.OutgoingRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the files of one batch of answers; the same row gets the same name after a crash. Not thread-safe. */
final class AnswerName {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern XML_ID = Pattern.compile("InteractionId=\"(" + ID + ")\"");

    private final Path folder;
    private final AnswerNames names;
    private final Set<Path> given = new HashSet<>();

    AnswerName(Path folder, AnswerNames names) {
        this.folder = folder;
        this.names = names;
    }

    Path of(OutgoingRow row) throws IOException {
        String type = "." + row.form();
        Path file = switch (names) {
            case ID -> folder.resolve(id(row) + type);
            case COUNTER -> folder.resolve(String.format(Locale.ROOT, "%012d", row.id()) + type);
            case INTERACTION -> byInteraction(row, type);
        };
        given.add(file);
        return file;
    }

    /** The delivery id with nothing in it that is not fit for a file name. */
    static String id(OutgoingRow row) {
        String plain = row.deliveryId().replaceAll("[^A-Za-z0-9._-]", "-");
        return plain.length() <= SafeName.MOST ? plain : plain.substring(plain.length() - SafeName.MOST);
    }

    private Path byInteraction(OutgoingRow row, String type) throws IOException {
        String interaction = interaction(row);
        if (interaction.isEmpty()) {
            return folder.resolve(id(row) + type);
        }
        Path first = folder.resolve(interaction + type);
        return isFree(first, row) ? first : folder.resolve(interaction + "-" + id(row) + type);
    }

    /** Nobody's, or written already before a crash. */
    private boolean isFree(Path file, OutgoingRow row) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return !given.contains(file);
        }
        byte[] content = row.body().getBytes(StandardCharsets.UTF_8);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Empty when it names none; an id that a sender made up is never part of a path. */
    private static String interaction(OutgoingRow row) {
        if (row.form().equals("json")) {
            String id = Json.read(row.body(), JsonNode.class).path("id").asText();
            return ID.matcher(id).matches() ? id : "";
        }
        Matcher id = XML_ID.matcher(row.body());
        return id.find() ? id.group(1) : "";
    }
}
