package dev.serai.oauth2;

import dev.serai.files.Home;
import dev.serai.files.SecretMissing;
import dev.serai.tls.TrustStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks token endpoints over HTTPS: at most 10 s for connecting and 20 s in all, redirects not followed. */
final class TokenEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Home home;
    private final Clock clock;
    private final Duration patience;
    private @Nullable HttpClient shared;

    TokenEndpoint(Home home, Clock clock, Duration patience) {
        this.home = home;
        this.clock = clock;
        this.patience = patience;
    }

    /** @throws TokenRefused with the reason in words */
    AccessToken ask(Grant grant) {
        String who = "the token endpoint " + grant.endpoint().getHost() + " ";
        try {
            Map<String, String> form = grant.form();
            List<String> secrets = secrets(form);
            Instant asked = clock.instant();
            TokenAnswer answer = send(grant, form);
            AccessToken token = answer.token(asked, secrets);
            if (answer.rotates(secrets)) {
                LOG.warn(
                        "the token endpoint gave another refresh token, which is not kept; put it where oauth2RefreshToken"
                                + " points to endpoint={} client={}",
                        grant.endpoint().getHost(),
                        grant.oauth2().clientId());
            }
            return token;
        } catch (TokenRefused refused) {
            throw new TokenRefused(who + refused.sentence());
        } catch (SecretMissing missing) {
            throw new TokenRefused(String.valueOf(missing.getMessage()));
        } catch (IOException | TimeoutException | GeneralSecurityException failure) {
            throw new TokenRefused(who + words(failure));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TokenRefused(who + "was not waited for, since the hub stops");
        }
    }

    private TokenAnswer send(Grant grant, Map<String, String> form)
            throws IOException, InterruptedException, TimeoutException, GeneralSecurityException {
        HttpRequest request = request(grant.endpoint(), form);
        CompletableFuture<HttpResponse<String>> answer =
                client(grant.trustStore()).sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            // The request's own timeout ends with the headers of the answer; this one covers its body.
            HttpResponse<String> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return TokenAnswer.of(response.statusCode(), response.body());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpRequest request(URI endpoint, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** One for all, made when first needed; a trust store is read each time, as mail connections do. */
    private synchronized HttpClient client(Optional<Path> trustStore) throws GeneralSecurityException, IOException {
        if (trustStore.isPresent()) {
            Path file = home.resolve(trustStore.get().toString());
            return client().sslContext(TrustStore.context(file)).build();
        }
        HttpClient here = shared;
        if (here == null) {
            here = client().build();
            shared = here;
        }
        return here;
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.getDefault());
    }

    private static List<String> secrets(Map<String, String> form) {
        return List.of(form.getOrDefault("client_secret", ""), form.getOrDefault("refresh_token", ""));
    }

    private static String words(Exception failure) {
        if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
            return "did not answer in time";
        }
        if (failure instanceof ConnectException) {
            return "cannot be connected to";
        }
        String said = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return (failure instanceof SSLException ? "failed in TLS: " : "failed: ") + said;
    }
}
