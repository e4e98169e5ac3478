package dev.serai.command;

import dev.serai.tls.TrustStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which hub a command believes: one whose certificate Java or a given file vouches for; and on the hub's own machine the one
 * with the very certificate of its settings, under whatever name.
 */
final class HubTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager others;
    private final Certificate own;

    private HubTrust(X509ExtendedTrustManager others, Certificate own) {
        this.others = others;
        this.own = own;
    }

    /**
     * Contexts for connections.
     *
     * @param ca certificates to trust besides Java's; null for none
     * @param own the certificate of the instance; null for none
     */
    static SSLContext of(@Nullable Path ca, @Nullable Path own) throws GeneralSecurityException, IOException {
        Certificate pinned = own == null ? null : first(own);
        if (pinned == null) {
            return ca == null ? SSLContext.getDefault() : TrustStore.context(ca);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new HubTrust(TrustStore.manager(ca), pinned)}, null);
        return context;
    }

    /** Null when the file is no PEM that can be read: then the others vouch. */
    private static @Nullable Certificate first(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException noPem) {
            return null;
        }
    }

    private boolean isOwn(X509Certificate[] chain) {
        return chain.length > 0 && chain[0].equals(own);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String auth, SSLEngine engine) throws CertificateException {
        if (!isOwn(chain)) {
            others.checkServerTrusted(chain, auth, engine);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String auth, Socket socket) throws CertificateException {
        if (!isOwn(chain)) {
            others.checkServerTrusted(chain, auth, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String auth) throws CertificateException {
        if (!isOwn(chain)) {
            others.checkServerTrusted(chain, auth);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String auth, Socket socket) throws CertificateException {
        others.checkClientTrusted(chain, auth, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String auth, SSLEngine engine) throws CertificateException {
        others.checkClientTrusted(chain, auth, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String auth) throws CertificateException {
        others.checkClientTrusted(chain, auth);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return others.getAcceptedIssuers();
    }
}
