package dev.serai.capture.file;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.Captured;
import dev.serai.document.Document;
import dev.serai.document.Form;
import dev.serai.files.FilePointDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.point.Delivery;
import dev.serai.point.Fate;
import dev.serai.point.PointDesk;
import dev.serai.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has what is in claimed files applied, each under the id of its claim. */
final class FileDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);
    private static final String NO_DIGEST = "0".repeat(64);
    private static final int BEGINNING = 100;

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
            return Optional.of(done(desk.apply(whole(claim), document)));
        } catch (RefusedException changed) {
            String reason = "the file is not what it was when it was first read, and " + changed.getMessage();
            tellOfFailure(claim, reason);
            return Optional.of(new Done("refused", List.of(reason), List.of()));
        }
    }

    /**
     * Answers a file that fails whenever it is tried, once. Where even that fails nobody is told: the file is worth more.
     *
     * @throws StoreException.Unavailable when the database is away
     */
    void tellOfFailure(Claim claim, String reason) {
        Document failure = Document.unreadable(form(claim), NO_DIGEST, Refusal.of(Code.INVALID_REQUEST, reason));
        try {
            Fate unused = desk.apply(failed(claim), failure);
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (RuntimeException alsoFails) {
            LOG.warn(
                    "file that failed cannot be answered either point={} delivery={}",
                    point.name(),
                    claim.id(),
                    alsoFails);
        }
    }

    /** The file is where it stays: it will not come again under its id. */
    void acknowledged(Claim claim) {
        desk.acknowledged(whole(claim));
        desk.acknowledged(failed(claim));
    }

    private Delivery whole(Claim claim) {
        return owed(claim, claim.id().toString());
    }

    private Delivery failed(Claim claim) {
        return owed(claim, claim.id() + "-failed");
    }

    private Delivery owed(Claim claim, String key) {
        return Delivery.owed(point.point(), key, new Delivery.Reply(null, claim.name()));
    }

    private @Nullable Document document(Claim claim, Stamp stamp) throws IOException {
        try {
            return FileContent.read(claim.path(), stamp, point.reading().maxSize())
                    .map(Document::read)
                    .orElse(null);
        } catch (RefusedException unread) {
            return Document.unreadable(form(claim), NO_DIGEST, unread.refusal());
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

    /** As its name says; where that says nothing, as its first character does. */
    private static Form form(Claim claim) {
        String name = claim.name().toLowerCase(Locale.ROOT);
        boolean xml = name.endsWith(".xml") || (!name.endsWith(".json") && beginsAsXml(claim));
        return xml ? Form.XML : Form.JSON;
    }

    private static boolean beginsAsXml(Claim claim) {
        try (InputStream file = Files.newInputStream(claim.path(), LinkOption.NOFOLLOW_LINKS)) {
            return new String(file.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1)
                    .replaceFirst("^\u00ef\u00bb\u00bf", "")
                    .stripLeading()
                    .startsWith("<");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
