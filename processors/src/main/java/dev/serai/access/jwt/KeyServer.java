package dev.serai.access.jwt;

import dev.serai.tls.TrustStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A set of keys at a URL: at most 10 s and 1 MB, redirects not followed. */
final class KeyServer implements KeySource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final URI url;
    private final @Nullable Path trustStore;

    /** @param trustStore of whom to believe that it is the server, besides Java's; null = those only */
    KeyServer(URI url, @Nullable Path trustStore) {
        this.url = url;
        this.trustStore = trustStore;
    }

    @Override
    public Optional<KeySet> read() throws IOException, InterruptedException {
        try {
            return Optional.of(KeySet.parse(fetched()));
        } catch (TimeoutException | HttpTimeoutException slow) {
            throw new IOException(url + " did not answer in time", slow);
        } catch (ConnectException away) {
            throw new IOException(url + " cannot be connected to", away);
        } catch (SSLException | GeneralSecurityException untrusted) {
            throw new IOException(url + " failed in TLS: " + untrusted.getMessage(), untrusted);
        }
    }

    private String fetched() throws IOException, InterruptedException, TimeoutException, GeneralSecurityException {
        HttpRequest request =
                HttpRequest.newBuilder(url).header("Accept", "application/json").build();
        Bounded body = new Bounded();
        CompletableFuture<HttpResponse<Void>> answer =
                client().sendAsync(request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(body::write)));
        try {
            // The request's own timeout ends with the headers of the answer; this one covers its body.
            HttpResponse<Void> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException(url + " answered " + response.statusCode() + "; expected 200 and a JWK Set");
            }
            return body.text();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Reads no more than that, whatever the server sends. */
    private final class Bounded {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean full;

        synchronized void write(byte[] part) {
            full |= bytes.size() + part.length > KeySet.LONGEST;
            if (!full) {
                bytes.writeBytes(part);
            }
        }

        synchronized String text() throws IOException {
            if (full) {
                throw new IOException(url + " answered more than 1 MB");
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /** A new one each time: it is needed every five minutes, and the file of a trust store may have changed. */
    private HttpClient client() throws GeneralSecurityException, IOException {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.getDefault());
        return (trustStore == null ? client : client.sslContext(TrustStore.context(trustStore))).build();
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }
}
