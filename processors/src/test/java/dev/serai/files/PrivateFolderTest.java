package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderShouldBeItsOwnersOnlyAndItsParentsAsUsual() throws Exception {
        Path data = folder.resolve("desk/data");
        PrivateFolder.make(data);

        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.getParent())).isNotEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsThereShouldStayAsItIs() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x--x"));
        PrivateFolder.make(data);

        assertThat(mode(data)).isEqualTo("rwxr-x--x");
    }

    @Test
    void aFileShouldBeHiddenWhereItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("serai.mv.db"), "x");
        PrivateFolder.hide(file);
        PrivateFolder.hide(folder.resolve("nothing"));

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
