package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import dev.serai.interaction.TenantName;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks the hub that runs with an instance's settings, over REST. */
final class HubClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A dry run of a large mail takes its time. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http;
    private final String address;
    private final @Nullable String key;
    private final @Nullable TenantName tenant;

    /**
     * A client that has asked nothing yet.
     *
     * @param key null for none
     * @param tenant for whom it asks; null = for all that the key may see
     * @param trust which certificates are believed
     */
    HubClient(String address, @Nullable String key, @Nullable TenantName tenant, SSLContext trust) {
        this.address = address;
        this.key = key;
        this.tenant = tenant;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(trust)
                .build();
    }

    /**
     * What the hub says; empty when there is no such thing.
     *
     * @throws IOException with one line for the user when no hub answers, or it refuses
     */
    Optional<JsonNode> get(String path) throws IOException {
        return said(send(request(path)));
    }

    /** The same after a POST without a body, which a repeat does no harm to. */
    Optional<JsonNode> post(String path) throws IOException {
        return said(send(request(path).POST(HttpRequest.BodyPublishers.noBody())));
    }

    /** What the hub says to a JSON object. */
    Optional<JsonNode> post(String path, JsonNode body) throws IOException {
        return said(send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    /** Fetches bytes into a file; false when there is no such thing. */
    boolean fetch(String path, Path file) throws IOException {
        int status = send(request(path), HttpResponse.BodyHandlers.ofFile(file)).statusCode();
        if (status == 401 || status == 403) {
            throw new IOException("the key has not got the role view, which " + path + " needs");
        }
        return status == 200;
    }

    /** What the hub says to a mail. */
    Optional<JsonNode> post(String path, Path mail) throws IOException {
        return said(send(request(path)
                .header("Content-Type", "message/rfc822")
                .timeout(LONG_PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofFile(mail))));
    }

    private Optional<JsonNode> said(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() == 401) {
            throw new IOException(
                    key == null ? wanted() : "the hub at " + address + " refuses the key: " + detail(answer));
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the hub at " + address + " answers: " + detail(answer));
        }
        return Optional.of(json(answer));
    }

    private String wanted() {
        return "the hub at " + address
                + " wants a key: give one by --key-file or SERAI_KEY, or ask as the user who may read"
                + " data/admin.key; docs/guides/open-to-the-network.md says how one is made";
    }

    private String detail(HttpResponse<String> answer) throws IOException {
        return json(answer).path("detail").asText("" + answer.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1" + path)).timeout(PATIENCE);
        if (tenant != null) {
            request.header("Serai-Tenant", tenant.value());
        }
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request.build(), handler);
        } catch (ConnectException nobody) {
            throw new IOException(
                    "no hub answers at " + address + " (serai.http.host, serai.http.port); `./serai run` starts one",
                    nobody);
        } catch (SSLException distrusted) {
            throw new IOException(
                    "the hub at " + address + " is not trusted: " + distrusted.getMessage()
                            + "; SERAI_CA names a file with certificates to trust",
                    distrusted);
        } catch (HttpTimeoutException late) {
            throw new IOException("the hub at " + address + " does not answer in time", late);
        } catch (IOException broken) {
            throw new IOException(
                    "the connection to " + address + " ended before the answer: " + broken.getMessage()
                            + (address.startsWith("http:") ? "; a hub with a certificate expects https" : ""),
                    broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private JsonNode json(HttpResponse<String> answer) throws IOException {
        try {
            return Json.read(answer.body(), JsonNode.class);
        } catch (IllegalArgumentException foreign) {
            throw new IOException("what answers at " + address + " is no Serai", foreign);
        }
    }
}
