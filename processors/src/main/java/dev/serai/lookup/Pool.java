package dev.serai.lookup;

import com.zaxxer.hikari.HikariDataSource;
import dev.serai.files.Secret;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The connections to one database, and as many threads, so that a database that hangs holds up nobody else. */
final class Pool implements AutoCloseable {
    private static final int WAITING = 200;

    private final DatabaseDefinition database;
    private final HikariDataSource connections;
    private final ThreadPoolExecutor threads;
    /** Apart from those who ask: all of them may hang when something is to be stopped. */
    private final ThreadPoolExecutor stopping;

    Pool(DatabaseDefinition database) {
        this.database = database;
        this.connections = DatabaseConnections.reading(database);
        this.threads = threads("serai-lookup-" + database.name(), new ThreadPoolExecutor.AbortPolicy());
        this.stopping = threads("serai-lookup-stop-" + database.name(), new ThreadPoolExecutor.DiscardPolicy());
    }

    private ThreadPoolExecutor threads(String name, RejectedExecutionHandler full) {
        ThreadPoolExecutor made = new ThreadPoolExecutor(
                database.connections(),
                database.connections(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                full);
        made.allowCoreThreadTimeOut(true);
        return made;
    }

    /** False when the file says something else now; where it stands in the file does not matter. */
    boolean serves(DatabaseDefinition wanted) {
        return database.url().equals(wanted.url())
                && database.username().equals(wanted.username())
                && database.secret().equals(wanted.secret())
                && database.connections() == wanted.connections();
    }

    Future<List<Map<String, Object>>> submit(Question question) {
        return threads.submit(() -> {
            database.secret().ifPresent(Secret::resolve); // one that is missing is said so, not waited for
            return question.ask(connections);
        });
    }

    /** The caller waits no longer: whatever runs for it is stopped, apart from the caller. */
    void giveUp(Question question) {
        if (question.giveUp()) {
            stopping.execute(question::stop);
        }
    }

    /** Lets what runs end by itself, apart from the caller: the pool may wait for a connection that hangs. */
    @Override
    public void close() {
        threads.shutdown();
        stopping.shutdown();
        Thread closing = new Thread(connections::close, "serai-lookup-close");
        closing.setDaemon(true);
        closing.start();
    }
}
