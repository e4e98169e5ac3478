package dev.serai.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small service of a test's own, which remembers what it was asked. */
public final class Service implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = exchange -> answer(exchange, 200, "{}");

    /** One question. */
    public record Asked(String method, String uri, String key, String authorization, String body) {}

    /** What it does with a question. */
    public interface Behaviour {
        void handle(HttpExchange exchange) throws IOException;
    }

    public Service() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Asked> asked() {
        return asked;
    }

    public Service does(Behaviour next) {
        behaviour = next;
        return this;
    }

    public Service answers(int status, String body) {
        return does(exchange -> answer(exchange, status, body));
    }

    /** Says nothing until it is closed. */
    public Service hangs() {
        return does(exchange -> waitForEnd());
    }

    /** Begins an answer, and never ends it. */
    public Service dribbles() {
        return does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"tier\":".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            waitForEnd();
        });
    }

    /** Closes the connection in the middle of its answer. */
    public Service cuts() {
        return does(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"tier\":".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });
    }

    /** Answers with a text of so many bytes. */
    public Service floods(int bytes) {
        return does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("{\"tier\":\"".getBytes(UTF_8));
                for (int i = 0; i < bytes; i += 1024) {
                    out.write("x".repeat(1024).getBytes(UTF_8));
                }
                out.write("\"}".getBytes(UTF_8));
            }
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                body));
        behaviour.handle(exchange);
    }

    private void waitForEnd() {
        try {
            closed.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
