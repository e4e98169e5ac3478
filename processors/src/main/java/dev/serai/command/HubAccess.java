package dev.serai.command;

import dev.serai.access.AdminKey;
import dev.serai.files.Home;
import dev.serai.files.HttpKeys;
import dev.serai.files.HubKeys;
import dev.serai.files.Settings;
import dev.serai.interaction.TenantName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the hub is that a command asks, by which key and for whom: options of every such command. */
final class HubAccess {
    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with the key; else $$SERAI_KEY, else data/admin.key of the instance.")
    private @Nullable Path keyFile;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Acts for this tenant only; else $$SERAI_TENANT, else for all that the key may see.")
    private @Nullable String tenant;

    /**
     * A client of the hub that `SERAI_URL` names, else of the one that runs with the instance's settings.
     *
     * @throws IOException with one line for the user
     */
    HubClient client(Serai serai) throws IOException {
        Home home = new Home(serai.home(), serai.checkout());
        Settings settings = Settings.load(home);
        String url = serai.variable("SERAI_URL");
        URI address = url.isEmpty() ? address(settings, settings.number(HttpKeys.PORT)) : given(url);
        String key = key(serai, url.isEmpty() ? AdminKey.file(home.resolve(settings.text(HubKeys.DATA))) : null);
        if (key != null && address.getScheme().equals("http") && !isLocal(address.getHost())) {
            throw new IOException("the key could be read on the way to " + address + "; expected https");
        }
        return new HubClient(address.toString(), key, tenant(serai), trust(serai, home, settings));
    }

    private static URI given(String url) throws IOException {
        if (!url.matches("https?://[^/?#@\\s]+/?")) {
            throw new IOException("SERAI_URL is '" + url + "'; expected such as https://hub.example.com:8443");
        }
        return URI.create(url.replaceAll("/$", ""));
    }

    /** How the hub of these settings is reached from its own machine. */
    static URI address(Settings settings, int port) {
        String host = settings.text(HttpKeys.HOST);
        String reached = host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host;
        String bracketed = reached.contains(":") ? "[" + reached + "]" : reached;
        String scheme = settings.text(HttpKeys.CERTIFICATE).isEmpty() ? "http" : "https";
        return URI.create(scheme + "://" + bracketed + ":" + port);
    }

    private @Nullable String key(Serai serai, @Nullable Path ownHub) throws IOException {
        if (keyFile != null) {
            return read(keyFile);
        }
        String given = serai.variable("SERAI_KEY");
        if (!given.isEmpty()) {
            return given.strip();
        }
        return ownHub != null && Files.isReadable(ownHub) ? read(ownHub) : null;
    }

    private @Nullable TenantName tenant(Serai serai) throws IOException {
        String given = tenant == null ? serai.variable("SERAI_TENANT").strip() : tenant;
        try {
            return given.isEmpty() ? null : TenantName.of(given);
        } catch (IllegalArgumentException noName) {
            throw new IOException((tenant == null ? "SERAI_TENANT" : "--tenant") + ": " + noName.getMessage(), noName);
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException unreadable) {
            throw new IOException("the key in " + file + " cannot be read", unreadable);
        }
    }

    private static SSLContext trust(Serai serai, Home home, Settings settings) throws IOException {
        String ca = serai.variable("SERAI_CA");
        String own = settings.text(HttpKeys.CERTIFICATE);
        if (!ca.isEmpty() && !Files.isReadable(Path.of(ca))) {
            throw new IOException("SERAI_CA is '" + ca + "'; expected a file of certificates that can be read");
        }
        try {
            return HubTrust.of(
                    ca.isEmpty() ? null : Path.of(ca),
                    own.isEmpty() || !serai.variable("SERAI_URL").isEmpty() ? null : home.resolve(own));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("SERAI_CA: " + unusable.getMessage(), unusable);
        }
    }

    private static boolean isLocal(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
