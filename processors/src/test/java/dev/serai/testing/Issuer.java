package dev.serai.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An identity provider of the test's own on 127.0.0.1: it signs tokens, and shows the keys that it signs with. */
public final class Issuer implements AutoCloseable {
    public static final String NAME = "https://id.example.com/realms/house";
    public static final String AUDIENCE = "serai-hub";

    /** A setting by which our words stand for themselves, those that rule the hub too. */
    public static final String ALL_ROLES = "view=view, submit=submit, handle=handle, operate=operate, admin=admin";

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool(Issuer::daemon);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private volatile RSAKey key;
    private volatile String shown;
    private volatile int status = 200;
    private boolean held;

    private Issuer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        this.key = fresh();
        this.shown = set(key);
        server.setExecutor(threads);
        server.createContext("/jwks", this::keys);
        server.start();
    }

    public static Issuer start() {
        try {
            return kept(new Issuer(HttpServer.create(address(), 50), "http"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #start}, by HTTPS with this certificate. */
    public static Issuer start(Certificate certificate) {
        try {
            HttpsServer server = HttpsServer.create(address(), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
            return kept(new Issuer(server, "https"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address() throws IOException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    }

    private static Issuer kept(Issuer issuer) {
        AtExit.close(issuer);
        return issuer;
    }

    /** Where the keys are. */
    public String jwks() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    /** Settings of a hub that takes its tokens, and more of them. */
    public Map<String, String> settings(String... more) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "serai.http.authentication",
                "keys",
                "serai.jwt.issuer",
                NAME,
                "serai.jwt.audience",
                AUDIENCE,
                "serai.jwt.jwks",
                jwks()));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /** The key that tokens are signed with now. */
    public RSAKey key() {
        return key;
    }

    /** The text of the set of keys that is shown now. */
    public String shown() {
        return shown;
    }

    /** How often the keys were asked for. */
    public int asked() {
        return asked.get();
    }

    /** Signs with another key from now on, and shows that one only. */
    public void rotate() {
        key = fresh();
        shown = set(key);
    }

    /** Shows these keys. */
    public void show(JWK... keys) {
        shown = set(keys);
    }

    /** Shows this text. */
    public void show(String text) {
        shown = text;
    }

    /** Answers so from now on. */
    public void answering(int code) {
        status = code;
    }

    /** Lets requests for keys wait until {@link #release}. */
    public synchronized void hold() {
        held = true;
    }

    public synchronized void release() {
        held = false;
        notifyAll();
    }

    /** A good token of Jo for five minutes, and what is said of it beside. */
    public String token(Consumer<JWTClaimsSet.Builder> more) {
        JWTClaimsSet.Builder claims = claims();
        more.accept(claims);
        return signed(claims.build());
    }

    /** A good token of somebody with these roles. */
    public String token(String name, String... roles) {
        return token(claims -> claims.subject(name).claim("roles", List.of(roles)));
    }

    /** What a good token says: Jo with no roles, for five minutes. */
    public static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject("jo")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public String signed(JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims,
                key);
    }

    /** Signed with any RSA key under any header. */
    public static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID("key-" + number.incrementAndGet())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public keys as others see them. */
    public static String set(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(true);
    }

    private void keys(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        waitWhileHeld();
        byte[] body = shown.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
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

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "issuer");
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
