package dev.serai.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth 2 server of the test's own on 127.0.0.1: it gives tokens for a client secret, or for that and a refresh token,
 * and tells a mail server whose token one is. A client's id is the name of the user whose mailbox its tokens open.
 */
public final class TokenServer implements AutoCloseable {
    /** The secret of every client; hard to quote. */
    public static final String CLIENT_SECRET = "cl1ent+s3cret & % = ~8Q";
    /** The refresh token of every client. */
    public static final String REFRESH_TOKEN = "1//r3fresh-t0ken+&%";

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool(TokenServer::daemon);
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Token> valid = new ConcurrentHashMap<>();
    private volatile Duration life = Duration.ofHours(1);
    private volatile @Nullable Answer failure;
    private boolean held;

    private final AtomicInteger number = new AtomicInteger();

    private record Token(String user, Instant end) {}

    private record Answer(int status, String body) {}

    private TokenServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/token", exchange -> answer(exchange, token(exchange)));
        server.createContext("/introspect", exchange -> answer(exchange, introspection(exchange)));
        server.start();
    }

    /** A server whose tokens live for an hour. */
    public static TokenServer start() {
        try {
            return kept(new TokenServer(HttpServer.create(address(), 50), "http"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #start}, by HTTPS with this certificate. */
    public static TokenServer start(Certificate certificate) {
        try {
            HttpsServer server = HttpsServer.create(address(), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
            return kept(new TokenServer(server, "https"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address() throws IOException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    }

    private static TokenServer kept(TokenServer server) {
        AtExit.close(server);
        return server;
    }

    /** Where tokens are asked for. */
    public String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    /** Where a mail server asks whose token it was given. */
    public String introspectionUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/introspect";
    }

    /** Lets tokens given from now on live so long. */
    public TokenServer lifetime(Duration duration) {
        life = duration;
        return this;
    }

    /** Gives this answer in place of tokens. */
    public TokenServer failing(int status, String body) {
        failure = new Answer(status, body);
        return this;
    }

    /** Gives tokens again, for an hour. */
    public void heal() {
        failure = null;
        life = Duration.ofHours(1);
        release();
    }

    /** Lets requests for tokens wait until {@link #release}. */
    public synchronized void hold() {
        held = true;
    }

    /** Answers what was held. */
    public synchronized void release() {
        held = false;
        notifyAll();
    }

    /** No token given so far is good any more, whatever its clients were told. */
    public void revoke() {
        valid.clear();
    }

    /** Whether it gave this token, and would do so still. */
    public boolean isGood(String token) {
        Token known = valid.get(token);
        return known != null && known.end().isAfter(Instant.now());
    }

    /** The forms of a client's requests for tokens, with or without success. */
    public List<Map<String, String>> requests(String client) {
        return requests.stream()
                .filter(form -> client.equals(form.get("client_id")))
                .toList();
    }

    private Answer token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        requests.add(form);
        waitWhileHeld();
        Answer told = failure;
        if (told != null) {
            return told;
        }
        if (!CLIENT_SECRET.equals(form.get("client_secret"))) {
            return error(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.\\r\\nTrace ID: 1");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" ->
                form.containsKey("scope") ? given(form) : error(400, "invalid_scope", "there is no scope");
            case "refresh_token" ->
                REFRESH_TOKEN.equals(form.get("refresh_token"))
                        ? given(form)
                        : error(400, "invalid_grant", "Token has been expired or revoked.");
            default -> error(400, "unsupported_grant_type", "");
        };
    }

    private Answer given(Map<String, String> form) {
        String secret =
                "acc3ss." + Base64.getUrlEncoder().encodeToString(new byte[300]) + "." + number.incrementAndGet();
        valid.put(
                secret,
                new Token(form.getOrDefault("client_id", ""), Instant.now().plus(life)));
        return new Answer(
                200,
                "{\"token_type\": \"Bearer\", \"expires_in\": " + life.toSeconds() + ", \"access_token\": \"" + secret
                        + "\"}");
    }

    private Answer introspection(HttpExchange exchange) {
        String bearer = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("")
                .replaceFirst("^Bearer ", "");
        Token token = valid.get(bearer);
        return token != null && isGood(bearer)
                ? new Answer(200, "{\"active\": true, \"username\": \"" + token.user() + "\"}")
                : new Answer(401, "{\"active\": false}");
    }

    private static Answer error(int status, String error, String description) {
        return new Answer(status, "{\"error\": \"" + error + "\", \"error_description\": \"" + description + "\"}");
    }

    private synchronized void waitWhileHeld() {
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "token-server");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        AtExit.forget(this);
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
