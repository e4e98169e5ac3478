package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.serai.files.Settings;
import dev.serai.testing.Certificate;
import dev.serai.tls.TrustStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS on the hub's own port, and where the port may be opened at all. */
class TlsTest {
    @TempDir
    Path folder;

    @Test
    void theHubShouldSpeakHttp2OverTlsAndTellBrowsersToStayThere() throws Exception {
        Certificate certificate = Certificate.forHost("localhost");
        try (RestHub hub =
                RestHub.start(folder, settings(certificate.certificatePem(), certificate.keyPem()), Map.of())) {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(TrustStore.context(certificate.certificatePem()))
                    .build()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("https://localhost:" + hub.port() + "/observe/health/live"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    @Test
    void aRenewedCertificateShouldBeReadAgain() throws Exception {
        Path pem = folder.resolve("hub.pem");
        Path key = folder.resolve("hub.key");
        copy(Certificate.forHost("localhost"), pem, key, Instant.now().minusSeconds(60));
        try (RestHub hub = RestHub.start(folder.resolve("data"), settings(pem, key), Map.of())) {
            assertThat(subject(hub)).contains("CN=localhost");

            copy(Certificate.forHost("hub.example.com"), pem, key, Instant.now());

            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                hub.context().getRegistry().findSingleByType(TlsServer.class).look();
                assertThat(subject(hub)).contains("CN=hub.example.com");
            });
        }
    }

    @Test
    void aKeyOfAnotherCertificateShouldKeepTheHubFromStarting() throws Exception {
        Path pem = Certificate.forHost("localhost").certificatePem();
        Path other = Certificate.forHost("hub.example.com").keyPem();

        assertThatThrownBy(() -> RestHub.start(folder, settings(pem, other), Map.of()))
                .hasStackTraceContaining("the key in " + other + " does not belong to the certificate in " + pem);
    }

    @Test
    void aFileThatIsMissingShouldBeSaidOfItsSetting() throws Exception {
        Path pem = Certificate.forHost("localhost").certificatePem();
        Path missing = folder.resolve("hub.key");

        assertThatThrownBy(() -> RestHub.start(folder, settings(pem, missing), Map.of()))
                .hasStackTraceContaining("serai.http.certificate-key: there is no readable file " + missing);
    }

    @Test
    void anotherAddressShouldNeedKeysAndTls() {
        assertThatThrownBy(() -> host("0.0.0.0")).hasMessageContaining("serai.http.authentication=keys");
        assertThatThrownBy(() -> host("0.0.0.0", "serai.http.authentication", "keys"))
                .hasMessageContaining("there is no TLS");
        assertThat(host("0.0.0.0", "serai.http.authentication", "keys", "serai.http.tls", "proxy"))
                .isEqualTo("0.0.0.0");
        assertThat(host("127.0.0.1")).isEqualTo("127.0.0.1");
    }

    private static String host(String host, String... more) {
        Map<String, String> all = new java.util.TreeMap<>(Map.of("serai.http.host", host));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return Binding.host(Settings.of(all));
    }

    private static void copy(Certificate certificate, Path pem, Path key, Instant at) throws Exception {
        Files.copy(certificate.certificatePem(), pem, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(certificate.keyPem(), key, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(pem, FileTime.from(at));
        Files.setLastModifiedTime(key, FileTime.from(at));
    }

    private static Map<String, String> settings(Path pem, Path key) {
        return Map.of("serai.http.certificate", pem.toString(), "serai.http.certificate-key", key.toString());
    }

    private static String subject(RestHub hub) throws Exception {
        javax.net.ssl.SSLContext blind = javax.net.ssl.SSLContext.getInstance("TLS");
        blind.init(null, new javax.net.ssl.TrustManager[] {new Blind()}, null);
        try (SSLSocket socket = (SSLSocket) blind.getSocketFactory().createSocket("127.0.0.1", hub.port())) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    /** Believes everybody: what is looked at is the certificate itself. */
    private static final class Blind implements javax.net.ssl.X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String auth) {
            // everybody
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String auth) {
            // everybody
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
