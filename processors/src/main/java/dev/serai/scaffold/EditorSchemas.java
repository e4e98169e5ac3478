package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The copies of the schemas that an instance keeps for editors, and the settings by which Visual Studio Code finds them. */
final class EditorSchemas {
    private static final String SETTINGS = ".vscode/settings.json";

    private final Home home;

    EditorSchemas(Home home) {
        this.home = home;
    }

    /** Copies those that are missing; a checkout has its own. */
    void ensure() throws IOException {
        copy(false);
    }

    /** Brings all copies up to date. */
    void refresh() throws IOException {
        copy(true);
    }

    /** The settings of the editor, unless there are some. */
    void settings() throws IOException {
        Path file = home.resolve(SETTINGS);
        if (!Files.exists(file)) {
            WholeFile.write(
                    file,
                    Json.MAPPER.valueToTree(Map.of("yaml.schemas", globs())).toPrettyString() + "\n");
        }
    }

    private static Map<String, String> globs() {
        Map<String, String> globs = new TreeMap<>();
        Format.ofEditors()
                .forEach(format -> globs.put("./" + SchemaLine.FOLDER + "/" + format.schema(), "/" + format.glob()));
        return globs;
    }

    private void copy(boolean again) throws IOException {
        if (home.isCheckout()) {
            return;
        }
        for (Format format : Format.values()) {
            Path shipped = home.shipped().resolve(SchemaLine.SHIPPED).resolve(format.schema());
            Path copy = home.resolve(SchemaLine.FOLDER).resolve(format.schema());
            if (Files.exists(shipped) && (again || !Files.exists(copy))) {
                WholeFile.write(copy, Files.readString(shipped));
            }
        }
    }
}
