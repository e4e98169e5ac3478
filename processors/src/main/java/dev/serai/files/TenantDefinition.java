package dev.serai.files;

import dev.serai.interaction.TenantName;
import java.util.Optional;

/**
 * A tenant, from {@code config/tenants/<name>.yaml}.
 *
 * @param description who it is
 * @param owner whom to ask
 * @param place where it stands
 */
public record TenantDefinition(TenantName name, String description, Optional<String> owner, Place place) {
    static final String FOLDER = "config/tenants/";

    /** The one that is there without a file. */
    static final TenantDefinition DEFAULT = new TenantDefinition(
            TenantName.DEFAULT,
            "Whatever names no tenant",
            Optional.empty(),
            Place.of(FOLDER + TenantName.DEFAULT + ".yaml", 1));
}
