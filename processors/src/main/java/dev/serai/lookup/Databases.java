package dev.serai.lookup;

import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.NoAnswer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The connections to the databases that lookups ask; made when first needed, renewed when a file changed. */
public final class Databases implements AutoCloseable {
    private final Map<String, Pool> pools = new HashMap<>();

    /**
     * Asks a question.
     *
     * @param values of the query's parameters by name
     * @param most rows at most, 1 to 1000; the rest is left out
     * @param deadline in all, with waiting for a connection
     * @return the rows, by column name in camel case, without columns that are null
     * @throws NoAnswer when the database is away or late
     * @throws Refused when it says that the question is wrong
     */
    public List<Map<String, Object>> ask(
            DatabaseDefinition database,
            NamedQuery query,
            Map<String, @Nullable Object> values,
            int most,
            Duration deadline)
            throws NoAnswer, Refused {
        Question question = new Question(query, values, most, deadline);
        Pool pool = pool(database);
        Future<List<Map<String, Object>>> answer = submitted(pool, question);
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw NoAnswer.late(
                    "no answer to query '" + query.name() + "' within " + deadline.toMillis() + " ms", late);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw NoAnswer.late("no answer to query '" + query.name() + "' before the run's own deadline", over);
        } catch (ExecutionException failed) {
            throw new SqlFailure(query).of(Objects.requireNonNull(failed.getCause()));
        } finally {
            answer.cancel(false);
            pool.giveUp(question);
        }
    }

    private Future<List<Map<String, Object>>> submitted(Pool pool, Question question) throws NoAnswer {
        try {
            return pool.submit(question);
        } catch (RejectedExecutionException full) {
            throw NoAnswer.late("too many questions wait for an answer", full);
        }
    }

    private synchronized Pool pool(DatabaseDefinition database) {
        Pool known = pools.get(database.name());
        if (known != null && known.serves(database)) {
            return known;
        }
        Pool fresh = new Pool(database);
        pools.put(database.name(), fresh);
        if (known != null) {
            known.close();
        }
        return fresh;
    }

    @Override
    public synchronized void close() {
        pools.values().forEach(Pool::close);
        pools.clear();
    }
}
