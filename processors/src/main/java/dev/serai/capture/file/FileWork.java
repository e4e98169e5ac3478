package dev.serai.capture.file;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.file.FileDesk.Done;
import dev.serai.files.FilePointDefinition;
import dev.serai.store.StoreException;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one claimed file to its end: it is read, applied, and moved after the commit. */
final class FileWork {
    private static final Logger LOG = LoggerFactory.getLogger(FileWork.class);
    private static final int ATTEMPTS = 5;

    private final FilePointDefinition point;
    private final Folders folders;
    private final Claims claims;
    private final CaptureEnvironment environment;
    private final PointHealth health;
    private final Consumer<Captured> steps;
    private final FileDesk desk;

    FileWork(
            FilePointDefinition point,
            Folders folders,
            Claims claims,
            CaptureEnvironment environment,
            PointHealth health,
            Consumer<Captured> steps) {
        this.point = point;
        this.folders = folders;
        this.claims = claims;
        this.environment = environment;
        this.health = health;
        this.steps = steps;
        this.desk = new FileDesk(point, environment);
    }

    /**
     * Does what can be done now; what cannot be is left where it is for a later look.
     *
     * @throws StoreException.Unavailable when the database is away; nothing counts against the file
     * @throws FolderTrouble when the file was done but cannot be moved
     */
    void run(Claim claim, Stamp stamp) throws FolderTrouble {
        if (claim.starts() >= ATTEMPTS) {
            settle(
                    claim,
                    putAside(claim, "begun " + claim.starts() + " times, the hub or its machine ended each time"));
            return;
        }
        Claim begun = claims.begun(claim);
        boolean counts = false;
        try {
            counts = attempt(begun, stamp);
        } finally {
            if (!counts) {
                claims.notBegun(begun, claim);
            }
        }
    }

    /** Whether the try failed. */
    private boolean attempt(Claim claim, Stamp stamp) throws FolderTrouble {
        Optional<Done> done;
        boolean failed = false;
        try {
            done = desk.apply(claim, stamp);
        } catch (NoSuchFileException gone) {
            gone(claim);
            return false;
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (IOException | RuntimeException | Error failure) {
            done = failed(claim, failure);
            failed = true;
        }
        if (done.isPresent()) {
            CrashWindow.FILE_APPLIED.pass();
            settle(claim, done.get());
        }
        return failed;
    }

    private void settle(Claim claim, Done done) throws FolderTrouble {
        boolean well = done.reasons().isEmpty();
        Path to = well ? folders.processed() : folders.error();
        try {
            Depot.put(claim, to, reason(claim, done.reasons()));
        } catch (NoSuchFileException gone) {
            gone(claim);
            return;
        } catch (IOException failure) {
            throw FolderTrouble.of("a file was done and cannot be moved to " + to, failure);
        } finally {
            done.born().forEach(steps);
        }
        claims.finished(claim);
        desk.acknowledged(claim);
        health.counted(done.result());
        LOG.debug("file is done point={} delivery={} result={}", point.name(), claim.id(), done.result());
    }

    private @Nullable String reason(Claim claim, List<String> reasons) {
        return reasons.isEmpty()
                ? null
                : Reasons.text(claim, environment.clock().instant(), reasons);
    }

    /** One that fails again and again is put aside, so that it does not stay for ever. */
    private Optional<Done> failed(Claim claim, Throwable failure) {
        int times = Math.max(claims.failed(claim), claim.starts());
        String why = failure instanceof IOException broken
                ? FolderTrouble.of("it cannot be read", broken).sentence()
                : "the hub failed: " + failure;
        LOG.warn("file of a capture point failed point={} delivery={}", point.name(), claim.id(), failure);
        health.noted(SafeName.printable("file " + claim.name() + ": " + why));
        return times < ATTEMPTS ? Optional.empty() : Optional.of(putAside(claim, "tried " + times + " times: " + why));
    }

    /** Whoever waits for an answer gets one, too. */
    private Done putAside(Claim claim, String why) {
        desk.tellOfFailure(claim, SafeName.printable(why) + "; what it asks for may be done, in whole or in part");
        return new Done("refused", List.of(why), List.of());
    }

    /** Another node finished it, or somebody took it out of the work folder. */
    private void gone(Claim claim) {
        claims.finished(claim);
        LOG.info("claimed file is gone, another node finished it point={} delivery={}", point.name(), claim.id());
    }
}
