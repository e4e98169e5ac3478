package dev.serai.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates to trust besides the JVM's: PEM, or a PKCS #12 or JKS store without password or with the usual one. */
public final class TrustStore {
    private static final List<String> PASSWORDS = List.of("changeit", "");

    /** Reading costs tens of milliseconds, and three hundred mailboxes may share a file. */
    private static final Map<Path, Known> KNOWN = new ConcurrentHashMap<>();

    private TrustStore() {}

    private record Known(FileTime written, SSLContext context) {}

    /**
     * Sockets that trust the JVM's certificates and those of a file.
     *
     * @throws GeneralSecurityException naming the file when it holds no certificate that can be read
     */
    public static SSLSocketFactory sockets(Path file) throws GeneralSecurityException, IOException {
        return context(file).getSocketFactory();
    }

    /** As {@link #sockets}, for those who make their own sockets. A file is read again when it was written again. */
    public static SSLContext context(Path file) throws GeneralSecurityException, IOException {
        FileTime written = Files.getLastModifiedTime(file);
        Known known = KNOWN.get(file);
        if (known == null || !known.written().equals(written)) {
            known = new Known(written, fresh(file));
            KNOWN.put(file, known);
        }
        return known.context();
    }

    /** Who judges as {@link #context} does; without a file by the JVM's certificates. */
    public static X509ExtendedTrustManager manager(@Nullable Path file) throws GeneralSecurityException, IOException {
        return Arrays.stream(trustManagers(file == null ? null : merged(file)))
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static SSLContext fresh(Path file) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trustManagers(merged(file)), null);
        return context;
    }

    private static KeyStore merged(Path file) throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (X509Certificate known : ofTheJvm()) {
            all.setCertificateEntry("jvm-" + number++, known);
        }
        for (Certificate own : read(file)) {
            all.setCertificateEntry("own-" + number++, own);
        }
        return all;
    }

    private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException, IOException {
        byte[] content = Files.readAllBytes(file);
        Collection<? extends Certificate> found = isPem(content)
                ? CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))
                : fromStore(content);
        if (found.isEmpty()) {
            throw new GeneralSecurityException("trustStore " + file
                    + " holds no certificate that can be read; expected PEM, or PKCS #12 or JKS without password");
        }
        return found;
    }

    private static boolean isPem(byte[] content) {
        return new String(content, 0, Math.min(content.length, 4096), US_ASCII).contains("-----BEGIN");
    }

    private static Collection<Certificate> fromStore(byte[] content) throws GeneralSecurityException {
        for (String password : PASSWORDS) {
            for (String type : List.of("PKCS12", "JKS")) {
                Collection<Certificate> found = certificates(content, type, password);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static Collection<Certificate> certificates(byte[] content, String type, String password)
            throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try {
            store.load(new ByteArrayInputStream(content), password.toCharArray());
        } catch (IOException notOfThisKind) {
            return List.of();
        }
        List<Certificate> found = new ArrayList<>();
        for (Enumeration<String> aliases = store.aliases(); aliases.hasMoreElements(); ) {
            Certificate certificate = store.getCertificate(aliases.nextElement());
            if (certificate != null) {
                found.add(certificate);
            }
        }
        return found;
    }

    private static List<X509Certificate> ofTheJvm() throws GeneralSecurityException {
        return Arrays.stream(trustManagers(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    private static TrustManager[] trustManagers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
