package dev.serai.command;

import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.rest.RestHub;
import dev.serai.store.Arrival;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.RawContent;
import dev.serai.store.ReceiveUnit;
import dev.serai.store.Store;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A hub that runs, an instance that knows where, and what commands print. */
@SuppressWarnings("try") // a hub may throw anything when it stops
final class AskedHub implements AutoCloseable {
    private final RestHub hub;
    private final Path home;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    AskedHub(Path folder) throws Exception {
        hub = RestHub.start(folder.resolve("data"));
        home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/application.properties"), "serai.http.port=" + hub.port() + "\n");
    }

    Store store() {
        return hub.store();
    }

    String url() {
        return "http://127.0.0.1:" + hub.port();
    }

    /** Runs a command; {@link #out} and {@link #err} are what it printed. */
    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine serai =
                Serai.commandLine(Map.of()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return serai.execute(Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
                .toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** A mail in quarantine, which intake could not read. */
    InteractionId quarantined(String position, String raw) throws IOException {
        InteractionId id = store().writeNow(new ReceiveUnit(
                        new Arrival(
                                "default",
                                PointName.of("support"),
                                position,
                                RawContent.of(raw.getBytes(StandardCharsets.US_ASCII)),
                                QueueName.of("intake"),
                                50,
                                "email",
                                Instant.now(),
                                false,
                                null,
                                null,
                                Content.none(),
                                Map.of()),
                        Clock.systemUTC()))
                .id();
        store().writeNow(tx -> new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), By.of("intake"))
                .quarantine(new Cause("intake", "intake-failed", "it failed", QueueName.of("intake"))));
        return id;
    }

    @Override
    public void close() throws Exception {
        hub.close();
    }
}
