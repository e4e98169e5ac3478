package dev.serai.scaffold;

import dev.serai.files.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes drafts into an instance. What is there is never overwritten, and all files of a draft are new or none. */
public final class Scaffold {
    private final Home home;

    public Scaffold(Home home) {
        this.home = home;
    }

    /**
     * A file that was written.
     *
     * @param copied whether it is a copy of the shipped one, which it replaces
     */
    public record Written(String path, boolean copied) {}

    /**
     * Writes new files. A draft of something that ships becomes a copy of what ships, to be edited.
     *
     * @throws FileAlreadyExistsException when one of them is there; none is written then
     * @throws IllegalArgumentException when it would not pass check
     */
    public List<Written> write(Draft draft) throws IOException {
        for (Draft.File file : draft.files()) {
            if (Files.exists(home.resolve(file.path()))) {
                throw new FileAlreadyExistsException(file.path());
            }
        }
        Proof.of(new Draft(fresh(draft), List.of(), List.of()), home);
        new EditorSchemas(home).ensure();
        List<Written> written = new ArrayList<>();
        for (Draft.File file : draft.files()) {
            Optional<Path> shipped = home.file(file.path());
            String text = shipped.isPresent() ? Files.readString(shipped.get()) : file.text();
            create(file.path(), text);
            written.add(new Written(file.path(), shipped.isPresent()));
        }
        return written;
    }

    /** Those that are no copies. */
    private List<Draft.File> fresh(Draft draft) {
        return draft.files().stream()
                .filter(file -> home.file(file.path()).isEmpty())
                .toList();
    }

    /**
     * Writes the one file of a draft, which is there already in the instance or the checkout and has grown.
     *
     * @throws IllegalArgumentException when it would not pass check
     */
    public Written grow(Draft draft) throws IOException {
        Draft.File file = draft.files().get(0);
        Proof.of(draft, home);
        new EditorSchemas(home).ensure();
        boolean copied = !Files.exists(home.resolve(file.path()))
                && home.file(file.path()).isPresent();
        replace(file.path(), file.text());
        return new Written(file.path(), copied);
    }

    private void create(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    /** In one move, since a hub that runs may look at it any time. */
    private void replace(String path, String text) throws IOException {
        WholeFile.write(home.resolve(path), text);
    }
}
