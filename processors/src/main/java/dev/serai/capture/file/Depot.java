package dev.serai.capture.file;

import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves claimed files to where they stay, under their own names. A rename would replace a file of the same name; so the
 * name is taken first, by a file that holds the claim's id and that only one can create.
 */
final class Depot {
    private static final String REASON = ".reason.txt";
    private static final int ID_LENGTH = 36;

    private Depot() {}

    /**
     * Moves a claim; with a suffix where the name is taken.
     *
     * @param reason is written beside it first
     * @throws java.nio.file.NoSuchFileException when the claim is gone: another node moved it
     */
    static Path put(Claim claim, Path folder, @Nullable String reason) throws IOException {
        for (String suffix : List.of("", "-" + claim.id(), "-" + UUID.randomUUID())) {
            String name = SafeName.with(claim.name(), suffix);
            Path target = folder.resolve(name);
            if (reserve(target, claim)) {
                move(claim, target, reason);
                return target;
            }
        }
        throw new FileAlreadyExistsException(folder.toString(), null, "all names of a claimed file are taken");
    }

    private static void move(Claim claim, Path target, @Nullable String reason) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + REASON);
        try {
            CrashWindow.FILE_RESERVED.pass();
            if (reason != null) {
                Path temporary = target.resolveSibling("." + claim.id() + ".tmp");
                Durable.write(temporary, reason.getBytes(StandardCharsets.UTF_8));
                Files.move(temporary, beside, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(claim.path(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (isReservation(target, claim)) {
                Files.deleteIfExists(beside);
                Files.deleteIfExists(target);
            }
            throw failure;
        }
    }

    private static boolean reserve(Path target, Claim claim) throws IOException {
        if (Files.exists(target.resolveSibling(target.getFileName() + REASON), LinkOption.NOFOLLOW_LINKS)
                && !isReservation(target, claim)) {
            return false; // the file was taken away, its reasons were not: they are not mixed up
        }
        Path temporary = target.resolveSibling("." + claim.id() + ".tmp");
        try {
            Files.writeString(temporary, claim.id().toString());
            Files.createLink(target, temporary); // with its content or not at all, and never over another
            return true;
        } catch (FileAlreadyExistsException taken) {
            return isReservation(target, claim);
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            return create(target, claim);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Where there are no hard links: a crash in the middle leaves an empty file, and the claim gets its second name. */
    private static boolean create(Path target, Claim claim) throws IOException {
        try {
            Files.createFile(target);
        } catch (FileAlreadyExistsException taken) {
            return isReservation(target, claim);
        }
        try {
            Files.writeString(target, claim.id().toString());
            return true;
        } catch (IOException failure) {
            Files.deleteIfExists(target);
            throw failure;
        }
    }

    /** Whether the name was taken for this claim, perhaps before a crash. */
    private static boolean isReservation(Path target, Claim claim) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Files.size(target) == ID_LENGTH
                && Files.readString(target, StandardCharsets.ISO_8859_1)
                        .equals(claim.id().toString());
    }
}
