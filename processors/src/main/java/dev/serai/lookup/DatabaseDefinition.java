package dev.serai.lookup;

import dev.serai.files.Belonging;
import dev.serai.files.Place;
import dev.serai.files.Secret;
import dev.serai.interaction.TenantName;
import java.util.Optional;

/**
 * A database that lookups may ask: {@code config/databases/<name>.yaml}.
 *
 * @param url JDBC, without a password
 * @param username empty for none
 * @param tenant whose strategies and points alone use it; empty = all tenants'
 * @param connections how many at most, 1 to 50; so many questions are asked at the same time
 */
public record DatabaseDefinition(
        String name,
        String url,
        String username,
        Optional<Secret> secret,
        int connections,
        Optional<TenantName> tenant,
        Place place)
        implements Belonging {}
