package dev.serai.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server certificate for tests, signed by itself, made once for each host name and JVM.
 *
 * @param keyStore PKCS #12 with the key, for servers in Java; password {@link #PASSWORD}
 * @param trustStore PKCS #12 with the certificate only, for clients; password {@link #PASSWORD}
 * @param certificatePem the certificate for servers that read PEM
 * @param keyPem its key, PKCS #8
 */
public record Certificate(Path keyStore, Path trustStore, Path certificatePem, Path keyPem) {
    /** Password of both stores. */
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "server";
    private static final Map<String, Certificate> MADE = new ConcurrentHashMap<>();

    /** A certificate for this DNS name; for {@code localhost} also for 127.0.0.1. */
    public static Certificate forHost(String name) {
        return MADE.computeIfAbsent(name, Certificate::make);
    }

    /** Sockets that trust this certificate only. */
    public SSLSocketFactory trustingSockets() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(trustStore));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("cannot read " + trustStore, e);
        }
    }

    /** What a server in Java shows this certificate with. */
    public SSLContext serverContext() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(keyStore), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("cannot read " + keyStore, e);
        }
    }

    private static Certificate make(String host) {
        try {
            WorkFolder folder = WorkFolder.create("certificate");
            AtExit.close(folder);
            Certificate certificate = new Certificate(
                    folder.file("key.p12"), folder.file("trust.p12"), folder.file("cert.pem"), folder.file("key.pem"));
            keytool(certificate.keyStore, host);
            certificate.writeOtherForms();
            return certificate;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("cannot make a certificate for " + host, e);
        }
    }

    private static void keytool(Path keyStore, String host) throws IOException {
        String names = "localhost".equals(host) ? "dns:localhost,ip:127.0.0.1" : "dns:" + host;
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "30",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=" + names,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private void writeOtherForms() throws IOException, GeneralSecurityException {
        KeyStore store = load(keyStore);
        java.security.cert.Certificate certificate = store.getCertificate(ALIAS);
        Key key = store.getKey(ALIAS, PASSWORD.toCharArray());
        Files.writeString(certificatePem, pem("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(keyPem, pem("PRIVATE KEY", key.getEncoded()));

        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, certificate);
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static String pem(String kind, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
