package dev.serai.files;

import dev.serai.interaction.TenantName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code config/tenants/<name>.yaml}. */
final class TenantReader {
    private final Problems problems;

    TenantReader(Problems problems) {
        this.problems = problems;
    }

    /** All tenants of a set of files; {@code default} is always among them. */
    Map<TenantName, TenantDefinition> readAll(FileSet files) {
        Map<TenantName, TenantDefinition> tenants = new TreeMap<>();
        tenants.put(TenantName.DEFAULT, TenantDefinition.DEFAULT);
        files.texts(TenantDefinition.FOLDER, ".yaml")
                .forEach((path, text) -> read(path, text).ifPresent(tenant -> tenants.put(tenant.name(), tenant)));
        return Collections.unmodifiableMap(tenants);
    }

    private Optional<TenantDefinition> read(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (!Names.isName(name)) {
            problems.error(
                    Place.of(path, 1),
                    "the file name is the tenant's name, and '" + name
                            + "' is none; expected lower-case letters, digits and single hyphens");
            return Optional.empty();
        }
        return YamlFile.parse(path, text).map(problems).map(map -> read(TenantName.of(name), map));
    }

    private TenantDefinition read(TenantName name, YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        TenantDefinition tenant = new TenantDefinition(
                name, keys.required("description"), keys.text("owner"), keys.placeOf("description"));
        keys.rejectUnknown();
        return tenant;
    }
}
