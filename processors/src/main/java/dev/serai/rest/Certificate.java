package dev.serai.rest;

import dev.serai.files.Home;
import dev.serai.files.HttpKeys;
import dev.serai.files.Secret;
import dev.serai.files.SettingRefused;
import dev.serai.files.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The server's certificate with its key.
 *
 * @param key in PEM; null when the file is a PKCS #12 store
 * @param secret the store's password; null for none
 */
record Certificate(Path file, @Nullable Path key, @Nullable Secret secret) {

    /**
     * Empty when the hub speaks plain HTTP.
     *
     * @throws SettingRefused when a setting is missing or a file is not there
     */
    static Optional<Certificate> of(Settings settings, Home home) {
        String file = settings.text(HttpKeys.CERTIFICATE);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        boolean store = file.endsWith(".p12") || file.endsWith(".pfx");
        String key = settings.text(HttpKeys.CERTIFICATE_KEY);
        if (!store && key.isEmpty()) {
            throw new SettingRefused(
                    HttpKeys.CERTIFICATE,
                    "serai.http.certificate is '" + file
                            + "' and serai.http.certificate-key is missing; expected the PEM file of its private key");
        }
        String secret = settings.text(HttpKeys.CERTIFICATE_SECRET);
        Certificate certificate = new Certificate(
                home.resolve(file), store ? null : home.resolve(key), secret.isEmpty() ? null : Secret.of(secret));
        certificate.files().filter(one -> !Files.isReadable(one)).findFirst().ifPresent(missing -> {
            var setting = missing.equals(certificate.key) ? HttpKeys.CERTIFICATE_KEY : HttpKeys.CERTIFICATE;
            throw new SettingRefused(setting, setting.name() + ": there is no readable file " + missing);
        });
        return Optional.of(certificate);
    }

    /**
     * Reads it now.
     *
     * @throws Exception when the files cannot be used, or do not belong to each other
     */
    X509ExtendedKeyManager read(Vertx vertx) throws Exception {
        KeyCertOptions options = key == null
                ? new PfxOptions().setPath(file.toString()).setPassword(secret == null ? "" : secret.resolve())
                : new PemKeyCertOptions().setCertPath(file.toString()).setKeyPath(key.toString());
        X509ExtendedKeyManager manager = Arrays.stream(
                        options.getKeyManagerFactory(vertx).getKeyManagers())
                .filter(X509ExtendedKeyManager.class::isInstance)
                .map(X509ExtendedKeyManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("there is no key in " + file));
        if (!KeyPairs.fit(manager)) {
            throw new GeneralSecurityException("the key in " + (key == null ? file : key)
                    + " does not belong to the certificate in " + file + "; expected its private key");
        }
        return manager;
    }

    /** Changes whenever the files were written. */
    List<FileTime> written() throws IOException {
        List<FileTime> times = new java.util.ArrayList<>();
        for (Path one : files().toList()) {
            times.add(Files.getLastModifiedTime(one));
        }
        return times;
    }

    private Stream<Path> files() {
        return key == null ? Stream.of(file) : Stream.of(file, key);
    }
}
