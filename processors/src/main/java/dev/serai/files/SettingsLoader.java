package dev.serai.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lays the sources of settings over each other, weakest first. */
final class SettingsLoader {
    static final String FILE = "config/application.properties";
    private static final String PREFIX = "serai.";
    /** Given by the launcher and read before any file is, so no settings of the registry. */
    private static final Set<String> BEFORE_FILES =
            Set.of(Home.PROPERTY, Home.SHIPPED_PROPERTY, "serai.commit", "serai.log");

    private final Home home;
    private final Map<String, String> system;
    private final Map<String, String> environment;
    private final Problems problems = new Problems();
    private final Map<String, Settings.Value> values = new LinkedHashMap<>();
    private final Map<String, String> others = new HashMap<>();

    SettingsLoader(Home home, Map<String, String> system, Map<String, String> environment) {
        this.home = home;
        this.system = system;
        this.environment = environment;
    }

    static SettingsLoader of(Home home) {
        Map<String, String> system = new TreeMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> system.put(name, System.getProperty(name)));
        return new SettingsLoader(home, system, System.getenv());
    }

    Settings load() {
        SettingKeys.all().forEach(key -> values.put(key.name(), Settings.Value.fallback(key)));
        file(home.shipped());
        if (!home.isCheckout()) {
            file(home.folder());
        }
        SettingKeys.all()
                .forEach(key -> Optional.ofNullable(environment.get(key.variable()))
                        .ifPresent(text -> set(key, text, "environment " + key.variable(), Place.of("environment"))));
        system.forEach((name, text) -> {
            if (name.startsWith(PREFIX) && !BEFORE_FILES.contains(name) && !name.startsWith("serai.test.")) {
                set(name, text, "system property -D" + name, Place.of("command line"));
            }
        });
        return new Settings(values, others, problems.list());
    }

    private void file(Path folder) {
        Path path = folder.resolve(FILE);
        if (!Files.isRegularFile(path)) {
            return;
        }
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            PropertiesText.read(text).forEach((line, entry) -> line(line, entry.getKey(), entry.getValue()));
        } catch (IOException e) {
            problems.error(Place.of(FILE), "cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private void line(int line, String name, String text) {
        if (name.startsWith(PREFIX)) {
            set(name, text, FILE + ":" + line, Place.of(FILE, line));
        } else {
            others.put(name, text);
        }
    }

    private void set(String name, String text, String origin, Place place) {
        Optional<SettingKey> key = SettingKeys.find(name);
        if (key.isPresent()) {
            set(key.get(), text, origin, place);
            return;
        }
        var names = SettingKeys.all().stream().map(SettingKey::name).toList();
        complain(place, "unknown setting '" + name + "'" + Nearest.hint(name, names));
    }

    /** Outside of files there is no line. */
    private void complain(Place place, String reason) {
        problems.addAll(List.of(new Problem(place.file(), place.line(), reason, Severity.ERROR)));
    }

    private void set(SettingKey key, String text, String origin, Place place) {
        try {
            if (!text.isEmpty() || key.fallback().isEmpty()) {
                if (!text.isEmpty()) {
                    key.check(text);
                }
                values.put(key.name(), new Settings.Value(key, text, origin, place));
            } else {
                complain(place, "setting '" + key.name() + "' is empty; expected " + key.unit());
            }
        } catch (IllegalArgumentException e) {
            complain(place, "setting '" + key.name() + "': " + e.getMessage());
        }
    }
}
