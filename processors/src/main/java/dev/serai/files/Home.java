package dev.serai.files;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instance folder with the checkout behind it. A file of the instance with the id of a shipped one replaces it.
 *
 * @param folder the instance folder, absolute; the checkout itself when there is no instance
 * @param shipped the checkout, absolute
 */
public record Home(Path folder, Path shipped) {
    /** The system property that names the instance folder. */
    static final String PROPERTY = "serai.home";
    /** The system property that names the checkout. */
    static final String SHIPPED_PROPERTY = "serai.checkout";

    /** Makes both absolute. */
    public Home {
        folder = folder.toAbsolutePath().normalize();
        shipped = shipped.toAbsolutePath().normalize();
    }

    /** The instance in a folder, over the checkout that this program came from. */
    public static Home of(Path folder) {
        return new Home(folder, checkout().orElse(folder));
    }

    /** Whether there is no instance beside the checkout. */
    public boolean isCheckout() {
        return folder.equals(shipped);
    }

    /** A path of the instance, such as {@code data}. */
    public Path resolve(String relative) {
        return folder.resolve(relative);
    }

    /** A file by its relative path: the instance's, else the shipped one; empty when neither has it. */
    public Optional<Path> file(String relative) {
        return Stream.of(folder, shipped)
                .map(root -> root.resolve(relative))
                .filter(Files::exists)
                .findFirst();
    }

    private static Optional<Path> setting(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank()).map(Path::of);
    }

    /** The folder named by {@value #SHIPPED_PROPERTY}, else the one above this program that ships kamelets. */
    private static Optional<Path> checkout() {
        Optional<Path> named = setting(System.getProperty(SHIPPED_PROPERTY));
        if (named.isPresent()) {
            return named;
        }
        for (Path path = program(); path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve("routes/kamelets"))) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Path program() {
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
