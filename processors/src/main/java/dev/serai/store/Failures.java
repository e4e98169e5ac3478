package dev.serai.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Tells the database's failures from those of the data. */
final class Failures {
    /** Connection, insufficient resources (disk full), operator intervention, system error. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

    private static final String KEY_TAKEN = "23505";

    /** Serialization, deadlock, lock time-out; and a key that somebody else took meanwhile, who is seen the next time. */
    private static final Set<String> RETRYABLE_STATES = Set.of("40001", "40P01", "HYT00", "55P03", KEY_TAKEN);

    /** H2: database closed or broken, I/O error, file corrupted, lock held by another process. */
    private static final Set<Integer> H2_BROKEN = Set.of(90098, 90028, 90031, 90030, 90020, 90121, 90067);

    private static final int H2_IN_USE = 90020;

    private Failures() {}

    /** True when another process has opened the same H2 file. */
    static boolean isInUse(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && sql.getErrorCode() == H2_IN_USE;
    }

    /** True when the database is away or full: it is nobody's fault among the units. */
    static boolean isUnavailable(Throwable failure) {
        SQLException sql = sqlCause(failure);
        if (sql == null) {
            return false;
        }
        return (sql instanceof SQLTransientException && !isRetryable(failure))
                || sql instanceof SQLRecoverableException
                || sql instanceof SQLNonTransientConnectionException
                || H2_BROKEN.contains(sql.getErrorCode())
                || isFileFailure(sql)
                || (sql.getSQLState() != null
                        && sql.getSQLState().length() == 5
                        && UNAVAILABLE_CLASSES.contains(sql.getSQLState().substring(0, 2)));
    }

    /** True for a deadlock, a lock time-out or a key taken meanwhile: the same group may be applied again. */
    static boolean isRetryable(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && sql.getSQLState() != null && RETRYABLE_STATES.contains(sql.getSQLState());
    }

    /** True when somebody else took a key that was free when it was looked for. */
    static boolean isKeyTaken(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && KEY_TAKEN.equals(sql.getSQLState());
    }

    /** True when the values themselves are refused: data exception or constraint (classes 22 and 23). */
    static boolean isBadData(Throwable failure) {
        SQLException sql = sqlCause(failure);
        String state = sql == null ? null : sql.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** H2 says "general error" when its file cannot be written, such as on a full disk; the cause tells. */
    private static boolean isFileFailure(SQLException sql) {
        for (Throwable cause = sql.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
