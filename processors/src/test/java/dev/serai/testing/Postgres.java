package dev.serai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the tests' own with {@code fsync} on, from the newest Debian package, listening on 127.0.0.1.
 *
 * <p>{@link #shared()} is one server for the JVM, since {@code initdb} takes seconds; tests that stop the server
 * {@link #start()} one of their own.
 */
public final class Postgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable Postgres shared;

    private final WorkFolder folder;
    private final ServerAccount account;
    private final int port = Ports.free();
    private @Nullable ServerProcess process;

    private Postgres() throws IOException {
        folder = WorkFolder.create("postgres");
        account = ServerAccount.of("postgres", "postgres", folder.path());
    }

    /** The server that all tests of this JVM share; nobody closes it, it ends with the JVM. */
    public static synchronized Postgres shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** A server of the caller's own. */
    public static Postgres start() {
        try {
            Postgres server = new Postgres();
            AtExit.close(server);
            server.initialise();
            server.restart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its port, the same after a restart. */
    public int port() {
        return port;
    }

    /** Its main process, whose children serve the connections. */
    public ProcessHandle process() {
        if (process == null) {
            throw new IllegalStateException("PostgreSQL does not run");
        }
        return process.handle();
    }

    /** A new, empty database. */
    public Database createDatabase() {
        String name = "serai_" + DATABASES.incrementAndGet();
        try (Connection connection = admin().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL creates no database", e);
        }
        return new Database(url(name), SUPERUSER, SUPERUSER);
    }

    /** Stops the server as an outage would; connections break, data stays. */
    public void stop() {
        if (process != null) {
            process.stop();
            process = null;
        }
    }

    /** Starts it again with the same port and data; stops it first if it runs. */
    public void restart() {
        stop();
        try {
            process = ServerProcess.start(
                    account,
                    "INT",
                    folder.file("postgres.log"),
                    List.of(program("postgres"), "-D", data()),
                    this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        AtExit.forget(this);
        if (process != null) {
            process.stop("QUIT"); // at once: a checkpoint of data that is thrown away takes long
            process = null;
        }
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Connection connection = admin().connect()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    private Database admin() {
        return new Database(url("postgres"), SUPERUSER, SUPERUSER);
    }

    private void initialise() throws IOException {
        account.own(folder.path());
        Path password = folder.file("password");
        Files.writeString(password, SUPERUSER);
        List<String> command = new ArrayList<>(account.prefix("KILL"));
        command.addAll(List.of(program("initdb"), "-D", data(), "-U", SUPERUSER, "--pwfile", password.toString()));
        command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync"));
        run(command);
        Files.writeString(folder.path().resolve("data/postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                fsync = on
                """.formatted(port));
    }

    private void run(List<String> command) throws IOException {
        Path log = folder.file("initdb.log");
        Process initdb = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (initdb.onExit().join().exitValue() != 0) {
            throw new AssertionError("initdb failed: " + Files.readString(log));
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.file("data").toString();
    }

    private static String program(String name) {
        return DebianProgram.newest("/usr/lib/postgresql", "bin/" + name, "postgresql");
    }

    /** Where a database is and who may enter. */
    public record Database(String url, String user, String password) {
        /** A new connection. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }
}
