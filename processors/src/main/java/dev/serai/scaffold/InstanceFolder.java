package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes an instance folder, or completes one; what is there stays as it is. */
public final class InstanceFolder {
    private static final String DATA = "data";

    private static final List<String> FOLDERS = List.of(
            "routes/capture",
            "routes/strategies",
            "routes/dispatch",
            "routes/kamelets",
            "config/queues",
            "config/screening",
            "config/responses/attachments",
            "config/layouts",
            "config/signatures",
            "config/calendars",
            "config/bounces",
            "samples",
            "lib",
            DATA);

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "config/application.properties", """
                    # The settings of this instance; `./serai config` lists all of them with their defaults.
                    # What is not said here is as shipped. Mail is kept back until somebody sets the mode to live:
                    serai.dispatch.mode=hold
                    """,
            ".gitignore", """
                    # What the hub writes, and copies that `./serai create` brings up to date.
                    data/
                    schemas/
                    """,
            "README.md", """
                    # An instance of Serai

                    Files of your own, over what ships: one with the name of a shipped one replaces it, all others are added.

                    | folder | what goes there |
                    |---|---|
                    | `routes/capture/` | mailboxes and other capture points, `./serai new mailbox NAME` |
                    | `routes/dispatch/` | accounts, `./serai new account NAME` |
                    | `routes/strategies/` | decisions with their tests, `./serai new strategy NAME` |
                    | `routes/kamelets/` | building blocks, `./serai new kamelet NAME-action` |
                    | `config/queues/` | queues and their views, `./serai new queue NAME` |
                    | `config/screening/` | rules, `./serai new rule GROUP/NAME` |
                    | `config/responses/` | texts of answers, `./serai new response NAME --language de` |
                    | `config/layouts/`, `config/signatures/` | how mail is quoted and signed, `./serai new signature NAME` |
                    | `config/calendars/` | business hours, `./serai new calendar NAME` |
                    | `config/tenants/` | who share the hub, `./serai new tenant NAME` |
                    | `config/databases/`, `sql/points/` | databases, and the statements of points on them, `./serai new sql-point NAME` |
                    | `config/kafka/` | Kafka clusters, `./serai new kafka NAME` |
                    | `config/application.properties` | settings, `./serai config` |
                    | `samples/` | mails that tests use, `./serai try MAIL --save-test` |
                    | `lib/` | jars: transformers, decision code, drivers |
                    | `data/` | what the hub writes; not to be edited |
                    | `schemas/`, `.vscode/` | for editors; `./serai create` with this folder brings the schemas up to date |

                    Each command takes `--home` with this folder, or `SERAI_HOME` from the environment. Passwords stand in none of these
                    files: they are named, `env:NAME` or `file:/path`.
                    """));

    private final Home home;

    public InstanceFolder(Home home) {
        this.home = home;
    }

    /**
     * Makes what is missing.
     *
     * @return the files and folders that were made, by path
     * @throws IllegalArgumentException when the folder is something else: a file, or full of other things
     */
    public List<String> complete() throws IOException {
        requireInstance();
        List<String> made = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (!Files.isDirectory(home.resolve(folder))) {
                make(home.resolve(folder), folder.equals(DATA));
                made.add(folder + "/");
            }
        }
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (!Files.exists(home.resolve(file.getKey()))) {
                WholeFile.write(home.resolve(file.getKey()), file.getValue());
                made.add(file.getKey());
            }
        }
        EditorSchemas schemas = new EditorSchemas(home);
        schemas.refresh();
        schemas.settings();
        return made;
    }

    private void requireInstance() throws IOException {
        Path folder = home.folder();
        if (home.isCheckout()) {
            throw new IllegalArgumentException(folder + " is the checkout; expected a folder of your own beside it");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is a file; expected a folder");
        }
        boolean instance = Files.isDirectory(folder.resolve("routes")) || Files.isDirectory(folder.resolve("config"));
        if (Files.isDirectory(folder) && !instance) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new IllegalArgumentException(folder
                            + " is not empty and no instance, it has neither routes/ nor config/; choose another");
                }
            }
        }
    }

    /** What the hub writes, mails among it, is for nobody else on the machine. */
    private static void make(Path folder, boolean privately) throws IOException {
        if (privately) {
            PrivateFolder.make(folder);
        } else {
            Files.createDirectories(folder);
        }
    }
}
