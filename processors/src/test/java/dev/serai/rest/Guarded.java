package dev.serai.rest;

import dev.serai.access.AdminKey;
import dev.serai.access.KeyBook;
import dev.serai.access.KeyName;
import dev.serai.access.KeyText;
import dev.serai.access.NewKey;
import dev.serai.access.Rate;
import dev.serai.access.Role;
import dev.serai.interaction.PointName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A hub that wants keys, and whoever comes to it with one. */
final class Guarded implements AutoCloseable {
    private final RestHub hub;
    private final Path folder;

    private Guarded(RestHub hub, Path folder) {
        this.hub = hub;
        this.folder = folder;
    }

    static Guarded start(Path folder, String... settings) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of("serai.http.authentication", "keys"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return new Guarded(RestHub.start(folder, all, Map.of()), folder);
    }

    RestHub hub() {
        return hub;
    }

    Client client() {
        return new Client(hub);
    }

    /** The first key, as the commands on the same machine find it. */
    String admin() throws IOException {
        return Files.readString(AdminKey.file(folder)).strip();
    }

    /** A key that the hub knows at once. */
    String key(String name, Set<Role> roles, String... points) {
        return key(name, roles, Set.of(points), null, null);
    }

    String limited(String name, String rate) {
        return key(name, Set.of(Role.VIEW), Set.of(), rate, null);
    }

    /** One that was good for no time at all. */
    String expired(String name) {
        return key(name, Set.of(Role.ADMIN), Set.of(), null, Duration.ofNanos(1));
    }

    String revoked(String name) {
        String text = key(name, Set.of(Role.ADMIN));
        hub.store().writeNow(tx -> new KeyBook(tx).revoke(KeyName.of(name), "test"));
        hub.keysChanged();
        return text;
    }

    private String key(
            String name, Set<Role> roles, Set<String> points, @Nullable String rate, @Nullable Duration expires) {
        KeyText text = KeyText.random(new SecureRandom());
        NewKey wanted = new NewKey(
                KeyName.of(name),
                roles,
                points.stream().map(PointName::of).collect(java.util.stream.Collectors.toSet()),
                Optional.empty(),
                rate == null ? null : Rate.of(rate),
                expires);
        hub.store().writeNow(tx -> new KeyBook(tx).add(wanted, text, "test"));
        hub.keysChanged();
        return text.reveal();
    }

    static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }

    @Override
    public void close() throws IOException {
        hub.close();
    }
}
