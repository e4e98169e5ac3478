package dev.serai.capture.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/** Makes sure, before anything is claimed, that a file can go all its ways. */
final class FolderDoor {
    private final Path instance;

    /** @param instance in which missing folders are made with those above them */
    FolderDoor(Path instance) {
        this.instance = instance;
    }

    /** Makes what is missing, and sends an empty hidden file from folder to folder. */
    void open(Folders folders) throws IOException {
        inbound(folders.inbound());
        for (Path folder : List.of(folders.processed(), folders.error(), folders.notification(), folders.work())) {
            make(folder);
        }
        if (!Files.isDirectory(folders.work(), LinkOption.NOFOLLOW_LINKS)) {
            throw new FolderTrouble(folders.work() + " is no folder; the hub needs this name for its own folder");
        }
        journey(List.of(folders.inbound(), folders.work(), folders.processed(), folders.error()));
        journey(List.of(folders.notification()));
    }

    private void inbound(Path inbound) throws IOException {
        if (Files.isDirectory(inbound)) {
            return;
        }
        if (!isOurs(inbound)) {
            throw absent(inbound);
        }
        make(inbound);
    }

    private static FolderTrouble absent(Path inbound) {
        return new FolderTrouble("folder " + inbound + " is not there. Outside of the instance it is not made, since"
                + " it may be on a share that is not mounted");
    }

    private boolean isOurs(Path folder) {
        return folder.startsWith(instance);
    }

    private void make(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(folder)) {
                throw new FolderTrouble(folder + " is no folder");
            }
            return;
        }
        try {
            if (isOurs(folder)) {
                Files.createDirectories(folder);
            } else {
                Files.createDirectory(folder);
            }
        } catch (IOException failure) {
            if (!Files.isDirectory(folder)) { // another node may have made it meanwhile
                throw FolderTrouble.of("cannot make the folder " + folder, failure);
            }
        }
    }

    private static void journey(List<Path> folders) throws IOException {
        String name = ".serai-probe-" + UUID.randomUUID();
        Path here = folders.get(0).resolve(name);
        try {
            try {
                Files.createFile(here);
            } catch (IOException failure) {
                throw FolderTrouble.of("cannot write into the folder " + folders.get(0), failure);
            }
            for (Path next : folders.subList(1, folders.size())) {
                try {
                    here = Files.move(here, next.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException failure) {
                    throw FolderTrouble.of("cannot move a file into the folder " + next, failure);
                }
            }
        } finally {
            Files.deleteIfExists(here);
        }
    }
}
