package dev.serai.access;

import dev.serai.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first key: whoever may read the hub's data folder is its administrator. It is made where its file is missing; a file
 * whose key was revoked stays, and opens nothing.
 */
public final class AdminKey {
    private static final Logger LOG = LoggerFactory.getLogger(AdminKey.class);
    private static final String FILE = "admin.key";
    private static final String NAME = "admin";

    private AdminKey() {}

    /** Where it lies. */
    public static Path file(Path data) {
        return data.resolve(FILE);
    }

    /**
     * Makes it unless there is one. A key that somebody put there, or whose hub died before it was written down, becomes
     * an admin key.
     *
     * @throws IOException when the file cannot be written or read
     */
    public static void ensure(Path data, Store store) throws IOException {
        Path file = file(data);
        if (Files.notExists(file)) {
            Files.createDirectories(data);
            write(file, KeyText.random(new SecureRandom()));
        }
        KeyText text = KeyText.parse(
                        Files.readString(file, StandardCharsets.US_ASCII).strip())
                .orElseThrow(() -> new IOException(
                        file + " holds no key; expected serai_… as `./serai keys add` prints it, or no such file"));
        store.writeNow(tx -> add(new KeyBook(tx), text))
                .ifPresent(made -> LOG.info("an admin key was made for the commands of this machine name={}", made));
    }

    /** `admin`, or where other nodes have theirs, `admin-2` and so on; empty when the key is known. */
    private static Optional<KeyName> add(KeyBook book, KeyText text) {
        List<ApiKey> known = book.list();
        if (known.stream().anyMatch(key -> key.digest().equals(text.digest()))) {
            return Optional.empty();
        }
        Set<KeyName> taken = known.stream().map(ApiKey::name).collect(Collectors.toUnmodifiableSet());
        KeyName name = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> KeyName.of(number == 1 ? NAME : NAME + "-" + number))
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
        return book.add(new NewKey(name, Set.of(Role.ADMIN), Set.of(), null, null), text, "hub")
                .map(ApiKey::name);
    }

    /** The file comes first: a key in the database whose text nobody has would be there for nothing. */
    private static void write(Path file, KeyText text) throws IOException {
        byte[] line = (text.reveal() + "\n").getBytes(StandardCharsets.US_ASCII);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, line);
        } else {
            Files.write(file, line, StandardOpenOption.CREATE_NEW);
        }
    }
}
