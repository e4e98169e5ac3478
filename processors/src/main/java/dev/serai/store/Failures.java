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

    private static final Set<String> LOCK_TIMEOUTS = Set.of("HYT00", "55P03");

    /** Serialization, deadlock; H2's row that changed meanwhile. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "90131");

    /** Data exception, constraint, a limit of the database that a value goes over. */
    private static final Set<String> DATA_CLASSES = Set.of("22", "23", "54");

    /** H2: database closed or broken, I/O error, file corrupted, lock held by another process, out of memory. */
    private static final Set<Integer> H2_BROKEN = Set.of(90098, 90028, 90031, 90030, 90020, 90121, 90067, 90108);

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
        if (sql == null || isContended(failure) || isKeyTaken(failure)) {
            return false;
        }
        return sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || sql instanceof SQLNonTransientConnectionException
                || H2_BROKEN.contains(sql.getErrorCode())
                || isFileFailure(sql)
                || isOf(UNAVAILABLE_CLASSES, sql);
    }

    /** True for a deadlock or a lock that others keep: it is nobody's fault, and may be tried again. */
    static boolean isContended(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return isLockTimeout(failure)
                || (sql != null && sql.getSQLState() != null && CONFLICTS.contains(sql.getSQLState()));
    }

    static boolean isLockTimeout(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && sql.getSQLState() != null && LOCK_TIMEOUTS.contains(sql.getSQLState());
    }

    /** What the callers of a database that is away, or busy with others, learn. */
    static StoreException.Unavailable away(Throwable failure) {
        String what =
                isContended(failure) ? "the database is busy with the same rows: " : "the database is not available: ";
        return new StoreException.Unavailable(what + OneLine.rootCause(failure), failure);
    }

    /** Of a unit that failed alone: its own exception, or what says nothing of the unit. */
    static Throwable ofUnit(Throwable failure) {
        boolean hub = failure instanceof Error || (sqlCause(failure) != null && !isBadData(failure));
        return hub
                ? new StoreException.Trouble("the hub failed on it: " + OneLine.rootCause(failure), failure)
                : failure;
    }

    /** True when somebody else took a key that was free when it was looked for. */
    static boolean isKeyTaken(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && KEY_TAKEN.equals(sql.getSQLState());
    }

    /** True when the values themselves are refused: data exception, constraint, program limit (classes 22, 23, 54). */
    static boolean isBadData(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && isOf(DATA_CLASSES, sql);
    }

    private static boolean isOf(Set<String> classes, SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.length() == 5 && classes.contains(state.substring(0, 2));
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
