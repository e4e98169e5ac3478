package dev.serai.lookup;

import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.NoAnswer;
import dev.serai.files.SecretMissing;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells whose fault a failed query is, by its SQLState (ISO 9075). No value of a parameter gets into its words. */
final class SqlFailure {
    /** No connection, no login, shutting down. */
    private static final Set<String> UNREACHABLE = Set.of("08", "28", "57");
    /** Cancelled, in conflict with others, out of resources, an error of the database itself. */
    private static final Set<String> LATE = Set.of("40", "53", "58", "XX");

    private final NamedQuery query;

    SqlFailure(NamedQuery query) {
        this.query = query;
    }

    /** @throws NoAnswer always, unless the query itself is refused, which is returned */
    Refused of(Throwable cause) throws NoAnswer {
        Throwable known = cause;
        if (cause instanceof SQLTransientConnectionException && cause.getCause() != null) {
            known = cause.getCause();
        }
        if (known instanceof SecretMissing missing) {
            throw NoAnswer.unreachable(String.valueOf(missing.getMessage()), missing);
        }
        if (!(known instanceof SQLException failure)) {
            throw NoAnswer.unreachable("the driver failed: " + known.getClass().getSimpleName(), known);
        }
        String state = String.valueOf(failure.getSQLState());
        String group = state.substring(0, Math.min(2, state.length()));
        if (failure instanceof SQLTimeoutException || state.equals("57014")) {
            throw NoAnswer.late("query '" + query.name() + "' took too long", failure);
        }
        if (cause instanceof SQLTransientConnectionException || UNREACHABLE.contains(group)) {
            throw NoAnswer.unreachable("no connection (SQLState " + state + ")", failure);
        }
        if (LATE.contains(group)) {
            throw NoAnswer.late("it failed (SQLState " + state + ")", failure);
        }
        return new Refused("query '" + query.name() + "' was refused with SQLState " + state
                + (group.equals("42") ? ": " + line(failure) : ""));
    }

    /** Of syntax and missing tables only, which tell of the file and not of the customer. */
    private static String line(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String line = message.lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) : line;
    }
}
