package dev.serai.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CapturePoints;
import dev.serai.files.FilePointDefinition;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlet;
import dev.serai.store.OutgoingRow;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes answers and news into the folder {@code notification}; under its name a file is whole. */
final class FileOutlet implements Outlet {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern XML_ID = Pattern.compile("InteractionId=\"(" + ID + ")\"");
    private final PointName name;
    private final CapturePoints points;

    FileOutlet(PointName name, CapturePoints points) {
        this.name = name;
        this.points = points;
    }

    @Override
    public void send(List<OutgoingRow> rows) throws IOException {
        CaptureEnvironment environment = points.environment();
        FilePointDefinition point = environment.generation().get().filePoints().get(name);
        if (point == null) {
            throw new FolderTrouble("the file of the capture point is gone");
        }
        Path folder = Folders.of(point, environment.home().folder()).notification();
        for (OutgoingRow row : rows) {
            try {
                write(folder, point, row);
            } catch (IOException failure) {
                FolderTrouble trouble = FolderTrouble.of("cannot write into the folder " + folder, failure);
                points.health(name).noted(trouble.sentence());
                throw trouble;
            }
        }
    }

    private static void write(Path folder, FilePointDefinition point, OutgoingRow row) throws IOException {
        byte[] content = row.body().getBytes(StandardCharsets.UTF_8);
        String id = plain(row.deliveryId());
        Path file = file(folder, point, row, id, content);
        Durable.write(folder.resolve("." + id + ".tmp"), file, content, CrashWindow.FILE_WRITTEN::pass);
    }

    private static Path file(Path folder, FilePointDefinition point, OutgoingRow row, String id, byte[] content)
            throws IOException {
        String type = "." + row.form();
        return switch (point.answerNames()) {
            case ID -> folder.resolve(id + type);
            case COUNTER -> folder.resolve(String.format(Locale.ROOT, "%012d", row.id()) + type);
            case INTERACTION -> {
                String interaction = interaction(row);
                Path first = folder.resolve(interaction + type);
                boolean fits = !interaction.isEmpty() && isFree(first, content);
                yield fits ? first : folder.resolve((interaction.isEmpty() ? id : interaction + "-" + id) + type);
            }
        };
    }

    /** Nobody's, or what was written already before a crash. */
    private static boolean isFree(Path file, byte[] content) throws IOException {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                || (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.size(file) == content.length
                        && Arrays.equals(Files.readAllBytes(file), content));
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

    /** What is fit for a file name everywhere. */
    private static String plain(String deliveryId) {
        String plain = deliveryId.replaceAll("[^A-Za-z0-9._-]", "-");
        return plain.length() <= SafeName.MOST ? plain : plain.substring(plain.length() - SafeName.MOST);
    }
}
