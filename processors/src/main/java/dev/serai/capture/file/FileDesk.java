package dev.serai.capture.file;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.Captured;
import dev.serai.document.Document;
import dev.serai.document.Form;
import dev.serai.files.FilePointDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.RefusedException;
import dev.serai.point.Delivery;
import dev.serai.point.Fate;
import dev.serai.point.PointDesk;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has what is in claimed files applied, each under the id of its claim. */
final class FileDesk {
    private final FilePointDefinition point;
    private final PointDesk desk;

    FileDesk(FilePointDefinition point, CaptureEnvironment environment) {
        this.point = point;
        this.desk = new PointDesk(environment.store(), environment.generation(), environment.clock());
    }

    /**
     * What became of a file.
     *
     * @param result taken, duplicate or refused
     * @param reasons a sentence for each operation that was refused; empty when none was
     * @param born interactions that were made just now
     */
    record Done(String result, List<String> reasons, List<Captured> born) {}

    /** Empty when the file is still written. */
    Optional<Done> apply(Claim claim, Stamp stamp) throws IOException {
        Document document = document(claim, stamp);
        if (document == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(done(desk.apply(
                    new Delivery(point.point(), claim.id().toString(), new Delivery.Reply(null, claim.name())),
                    document)));
        } catch (RefusedException changed) {
            String reason = "the file is not what it was when it was first read, and " + changed.getMessage();
            return Optional.of(new Done("refused", List.of(reason), List.of()));
        }
    }

    private @Nullable Document document(Claim claim, Stamp stamp) throws IOException {
        try {
            return FileContent.read(claim.path(), stamp, point.reading().maxSize())
                    .map(Document::read)
                    .orElse(null);
        } catch (RefusedException unread) {
            return Document.unreadable(form(claim.name()), "0".repeat(64), unread.refusal());
        }
    }

    private Done done(Fate fate) {
        List<Captured> born = fate.born().stream().map(this::captured).toList();
        String result = !fate.allApplied() ? "refused" : fate.replayed() ? "duplicate" : "taken";
        return new Done(result, fate.allApplied() ? List.of() : fate.reasons(), born);
    }

    private Captured captured(InteractionId id) {
        return new Captured(point.point().tenant(), id, point.name());
    }

    private static Form form(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xml") ? Form.XML : Form.JSON;
    }
}
