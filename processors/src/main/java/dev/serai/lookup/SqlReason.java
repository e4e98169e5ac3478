package dev.serai.lookup;

import dev.serai.files.SecretMissing;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells whose fault a failed statement is, by its SQLState (ISO 9075). No value of a parameter gets into its words. */
public final class SqlReason {
    /** No connection, no login, shutting down. */
    private static final Set<String> UNREACHABLE = Set.of("08", "28", "57");
    /** Cancelled, in conflict with others, out of resources, an error of the database itself. */
    private static final Set<String> LATE = Set.of("40", "53", "58", "XX");

    private static final int LONGEST = 300;

    private final Throwable cause;
    private final Throwable known;

    private SqlReason(Throwable cause) {
        this.cause = cause;
        boolean wrapped = cause instanceof SQLTransientConnectionException
                || (cause instanceof RuntimeException && cause.getCause() instanceof SQLException);
        this.known = wrapped && cause.getCause() != null ? cause.getCause() : cause;
    }

    /** Of what JDBC, or the pool, threw. */
    public static SqlReason of(Throwable thrown) {
        return new SqlReason(thrown);
    }

    /** No connection comes about. */
    public boolean isUnreachable() {
        return cause instanceof SQLTransientConnectionException
                || !(known instanceof SQLException)
                || (!isTimeout() && UNREACHABLE.contains(group()));
    }

    /** Another time the same statement may well succeed. */
    public boolean isPassing() {
        return isUnreachable() || isTimeout() || LATE.contains(group());
    }

    /** The statement took too long. */
    public boolean isTimeout() {
        return known instanceof SQLTimeoutException || state().equals("57014");
    }

    /** The statement itself is wrong: its syntax, or a table or column that is not there. */
    public boolean isOfTheStatement() {
        return group().equals("42");
    }

    /** A part of a sentence, without values of rows and without secrets. */
    public String words() {
        if (known instanceof SecretMissing missing) {
            return String.valueOf(missing.getMessage());
        }
        if (!(known instanceof SQLException)) {
            return "the driver failed: " + known.getClass().getSimpleName();
        }
        if (isTimeout()) {
            return "it took too long";
        }
        if (isUnreachable()) {
            return noDriver() ? "no driver in lib/ knows its URL" : "no connection (SQLState " + state() + ")";
        }
        return "SQLState " + state() + (isOfTheStatement() ? ": " + line() : "");
    }

    /** The SQLState; the text null when there is none. */
    String state() {
        return known instanceof SQLException failure ? String.valueOf(failure.getSQLState()) : "null";
    }

    /** Of syntax and missing tables only, which tell of the file and not of the customer. */
    String line() {
        String line = String.valueOf(known.getMessage()).lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private boolean noDriver() {
        return state().equals("08001") && String.valueOf(known.getMessage()).startsWith("No suitable driver");
    }

    private String group() {
        String state = state();
        return state.substring(0, Math.min(2, state.length()));
    }
}
