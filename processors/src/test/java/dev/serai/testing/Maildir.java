package dev.serai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** One folder of a mailbox on Dovecot's disk, in the Maildir format, seen from outside as another delivery agent. */
public final class Maildir {
    private static final AtomicLong DELIVERED = new AtomicLong();

    private final Path root;
    private final Path folder;
    private final ServerAccount account;

    Maildir(Path root, String name, ServerAccount account) {
        this.root = root;
        this.folder = "INBOX".equals(name) ? root : root.resolve("." + name.replace('/', '.'));
        this.account = account;
    }

    /** Delivers one mail now: complete or not at all, as Maildir wants it. */
    public void deliver(byte[] mail) {
        deliver(mail, Instant.now());
    }

    /** Delivers one mail whose INTERNALDATE is {@code receivedAt}. */
    public void deliver(byte[] mail, Instant receivedAt) {
        try {
            create();
            String name = "%d.M%06d.test".formatted(receivedAt.getEpochSecond(), DELIVERED.incrementAndGet());
            Path temporary = Files.write(folder.resolve("tmp").resolve(name), mail);
            Files.setLastModifiedTime(temporary, FileTime.from(receivedAt));
            account.own(temporary);
            Files.move(temporary, folder.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Delivers many mails, faster: for a folder into which no server looks yet. */
    public void fill(Stream<byte[]> mails) {
        long now = Instant.now().getEpochSecond();
        try {
            create();
            for (byte[] mail : (Iterable<byte[]>) mails::iterator) {
                String name = "%d.M%06d.test".formatted(now, DELIVERED.incrementAndGet());
                Files.write(folder.resolve("new").resolve(name), mail);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Delivers one mail that lies in a file, without reading it. */
    public void deliver(Path mail) {
        try {
            create();
            String name = "%d.M%06d.test".formatted(Instant.now().getEpochSecond(), DELIVERED.incrementAndGet());
            Path temporary = Files.copy(mail, folder.resolve("tmp").resolve(name));
            account.own(temporary);
            Files.move(temporary, folder.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in the folder, in the order of delivery. */
    public List<StoredMail> mails() {
        List<StoredMail> mails = new ArrayList<>();
        for (String part : List.of("new", "cur")) {
            files(part).forEach(file -> mails.add(new StoredMail(file)));
        }
        mails.sort(Comparator.comparing(StoredMail::name));
        return mails;
    }

    /** Removes all mails behind the server's back, as another client would. */
    public void empty() {
        mails().forEach(StoredMail::delete);
    }

    /** Keeps the mails and forgets their numbers: the next session sees another UIDVALIDITY. */
    public void renumber() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.equals("dovecot-uidlist") || name.startsWith("dovecot.index")) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the folder if it is not there. */
    public void create() throws IOException {
        if (Files.isDirectory(folder.resolve("tmp"))) {
            return;
        }
        for (String part : List.of("new", "cur", "tmp")) {
            Files.createDirectories(folder.resolve(part));
        }
        if (!folder.equals(root)) {
            Files.createFile(folder.resolve("maildirfolder"));
        }
        account.own(folder);
    }

    private List<Path> files(String part) {
        Path path = folder.resolve(part);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
