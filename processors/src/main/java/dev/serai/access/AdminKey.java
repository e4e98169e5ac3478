package dev.serai.access;

import dev.serai.store.Store;
import dev.serai.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first key, for the commands of this machine: whoever may read the hub's data folder is its administrator. It is made
 * when there is no admin key in force. What lies in its file is a key because the database says so; only a database
 * without any key takes the file's word for it.
 */
public final class AdminKey {
    private static final Logger LOG = LoggerFactory.getLogger(AdminKey.class);
    private static final String FILE = "admin.key";
    private static final String NAME = "admin";

    private final KeyFile file;
    private final Store store;

    /** @param data the hub's data folder */
    public AdminKey(Path data, Store store) {
        this.file = new KeyFile(file(data));
        this.store = store;
    }

    /** Where it lies. */
    public static Path file(Path data) {
        return data.resolve(FILE);
    }

    /**
     * Makes it when nobody is admin. A key that somebody put into the file before there was any becomes it; later the
     * text of a file makes no key.
     *
     * @throws IOException when the file cannot be written or read
     */
    public synchronized void ensure() throws IOException {
        settle();
        Optional<KeyText> there = file.key();
        if (known().isEmpty() && there.isPresent()) {
            make(there.get());
        } else if (known().stream().noneMatch(this::rules)) {
            KeyText text = KeyText.random(new SecureRandom());
            file.prepare(text);
            make(text);
            settle();
        }
        if (file.exists() && !file.key().map(text -> find(text).isPresent()).orElse(false)) {
            LOG.warn("the file holds no key of this hub; delete it, or put a key there file={}", file.path());
        }
    }

    /** Runs what gives a key another text; where the file holds that key it holds the new text afterwards. */
    public synchronized <T> T rotating(KeyName name, KeyText text, Supplier<T> change) {
        try {
            settle();
            if (holds(name)) {
                file.prepare(text);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file.path() + " cannot be written, so its key stays as it is", unwritable);
        }
        return changing(change);
    }

    /** Runs what ends keys; where the file holds one of them it is deleted. */
    public synchronized <T> T changing(Supplier<T> change) {
        try {
            return change.get();
        } finally {
            try {
                settle();
            } catch (IOException | StoreException later) {
                LOG.warn("the file of the admin key is as it was until the next start file={}", file.path(), later);
            }
        }
    }

    /** A prepared text takes its place if the database knows it, the file of a revoked key goes. */
    private void settle() throws IOException {
        Optional<KeyText> next = file.next();
        if (next.flatMap(this::find).isPresent()) {
            file.replace();
        } else {
            file.forgetNext();
        }
        if (file.key().flatMap(this::find).filter(ApiKey::isRevoked).isPresent()) {
            file.delete();
        }
    }

    private boolean holds(KeyName name) throws IOException {
        return file.key()
                .flatMap(this::find)
                .filter(key -> key.name().equals(name))
                .isPresent();
    }

    private Optional<ApiKey> find(KeyText text) {
        return known().stream()
                .filter(key -> key.digest().equals(text.digest()))
                .findFirst();
    }

    private List<ApiKey> known() {
        return store.read(tx -> new KeyBook(tx).list());
    }

    private boolean rules(ApiKey key) {
        return key.isAdmin(store.read(tx -> tx.now()));
    }

    /** `admin`, or where that was another key `admin-2` and so on; nothing when another node was faster. */
    private void make(KeyText text) {
        Set<KeyName> taken = known().stream().map(ApiKey::name).collect(Collectors.toUnmodifiableSet());
        KeyName name = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> KeyName.of(number == 1 ? NAME : NAME + "-" + number))
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
        NewKey wanted = new NewKey(name, Set.of(Role.ADMIN), Set.of(), Optional.empty(), null, null);
        store.writeNow(tx -> new KeyBook(tx).add(wanted, text, "hub"))
                .ifPresent(made ->
                        LOG.info("an admin key was made for the commands of this machine name={}", made.name()));
    }
}
