package dev.serai.store;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database.
 *
 * @param password asked for at every new connection, so that a rotated secret needs no restart
 * @param sqlFolder the folder with migrations and statements
 */
public record DatabaseSettings(
        String url, @Nullable String username, Supplier<@Nullable String> password, Path sqlFolder, int poolSize) {

    /** An embedded database in a folder, which is made when absent. */
    public static DatabaseSettings embedded(Path dataFolder, Path sqlFolder) {
        // async: an interrupted thread would close the file channel that all others use
        String url = "jdbc:h2:async:" + dataFolder.toAbsolutePath().resolve("serai");
        return new DatabaseSettings(url, "sa", () -> "", sqlFolder, 10);
    }
}
