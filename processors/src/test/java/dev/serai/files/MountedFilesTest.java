package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as configuration mounts and editors leave them: links to versions, files that are replaced by a rename. */
class MountedFilesTest {
    private static final String QUEUE = "config/queues/a.yaml";

    @TempDir
    private Path folder;

    private Path queues;

    @BeforeEach
    void mount() throws IOException {
        queues = Files.createDirectories(folder.resolve("config/queues"));
        version("..one", "description: One.\n");
        version("..two", "description: Second.\n");
        Files.createSymbolicLink(queues.resolve("..data"), Path.of("..one"));
        Files.createSymbolicLink(queues.resolve("a.yaml"), Path.of("..data/a.yaml"));
    }

    @Test
    void eachFileShouldBeReadOnceThroughItsLink() {
        FileSet files = read();

        assertThat(files.paths()).containsExactly(QUEUE);
        assertThat(files.text(QUEUE)).contains("description: One.\n");
    }

    @Test
    void aVersionThatIsSwappedByALinkShouldBeNoticed() throws IOException {
        FilesStamp before = FilesStamp.of(home());
        Path next = Files.createSymbolicLink(queues.resolve("..next"), Path.of("..two"));

        Files.move(next, queues.resolve("..data"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(FilesStamp.of(home())).isNotEqualTo(before);
        assertThat(read().text(QUEUE)).contains("description: Second.\n");
    }

    @Test
    void aFileThatIsReplacedByARenameShouldBeNoticedWhateverItsTimeSays() throws IOException {
        Path file = Files.writeString(queues.resolve("b.yaml"), "description: B.\n");
        FilesStamp before = FilesStamp.of(home());
        Path saved = Files.writeString(queues.resolve(".b.swp"), "description: C.\n");
        Files.setLastModifiedTime(saved, Files.getLastModifiedTime(file));

        Files.move(saved, file, StandardCopyOption.ATOMIC_MOVE);

        assertThat(FilesStamp.of(home())).isNotEqualTo(before);
    }

    @Test
    void newSettingsShouldBeTold() throws IOException {
        FilesStamp before = FilesStamp.of(home());

        Files.writeString(folder.resolve("config/application.properties"), "serai.language=de\n");

        assertThat(FilesStamp.of(home()).hasSettingsOf(before)).isFalse();
    }

    private void version(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(queues.resolve(name)).resolve("a.yaml"), text);
    }

    private Home home() {
        return new Home(folder, folder);
    }

    private FileSet read() {
        return Generation.load(home()).files();
    }
}
