package dev.serai.lookup;

import dev.serai.files.Names;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlReader;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code config/databases/<name>.yaml}. */
final class DatabaseReader {
    private static final int CONNECTIONS = 4;
    private static final Pattern PASSWORD = Pattern.compile("(?i)password=|pwd=|://[^/@]*:[^/@]*@");
    private final Problems problems;

    DatabaseReader(Problems problems) {
        this.problems = problems;
    }

    Optional<DatabaseDefinition> read(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (!Names.isName(name)) {
            problems.error(
                    Place.of(path, 1),
                    "the file name is the database's name, and '" + name
                            + "' is none; expected lower-case letters, digits and single hyphens");
            return Optional.empty();
        }
        return YamlFile.parse(path, text).map(problems).map(map -> read(name, map));
    }

    private DatabaseDefinition read(String name, YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        keys.required("description");
        String url = keys.required("url");
        if (PASSWORD.matcher(url).find()) {
            keys.error("url", "'url' contains a password; give a reference to it in 'secret' instead");
        } else if (!url.isEmpty() && !url.startsWith("jdbc:")) {
            keys.error(
                    "url", "'url' is '" + url + "', expected one such as jdbc:postgresql://db.example.com/customers");
        }
        DatabaseDefinition database = new DatabaseDefinition(
                name,
                url,
                keys.text("username").orElse(""),
                keys.secret("secret"),
                keys.number("connections", 1, 50).orElse(CONNECTIONS),
                keys.tenant("tenant"),
                keys.placeOf("url"));
        keys.text("owner");
        keys.rejectUnknown();
        return database;
    }
}
