package dev.serai.testing;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom a test server runs as: an unprivileged account when the tests run as root, else whoever runs the tests.
 *
 * @param user account name
 * @param group its group
 */
record ServerAccount(String user, String group) {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** The account to use; {@code folder} is any folder of the tests' own user. */
    static ServerAccount of(String user, String group, Path folder) throws IOException {
        if (ROOT) {
            return new ServerAccount(user, group);
        }
        return new ServerAccount(
                System.getProperty("user.name"),
                view(folder).readAttributes().group().getName());
    }

    /** Gives a folder and all that is in it to the account. */
    void own(Path folder) throws IOException {
        if (!ROOT) {
            return;
        }
        UserPrincipalLookupService principals = FileSystems.getDefault().getUserPrincipalLookupService();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                view(file).setOwner(principals.lookupPrincipalByName(user));
                view(file).setGroup(principals.lookupPrincipalByGroupName(group));
            }
        }
    }

    /** What to put before a command so that it runs as this account and dies of {@code signal} with the tests' JVM. */
    List<String> prefix(String signal) {
        List<String> words = new ArrayList<>(dyingWithUs(signal));
        if (ROOT) {
            words.addAll(words.size() - 1, List.of("--reuid", user, "--regid", group, "--clear-groups"));
        }
        return words;
    }

    /** What to put before a command so that the kernel sends it {@code signal} when the tests' JVM dies. */
    static List<String> dyingWithUs(String signal) {
        return List.of(DebianProgram.at("/usr/bin/setpriv", "util-linux"), "--pdeathsig", signal, "--");
    }

    private static PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }
}
