package dev.serai.lookup;

import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.NoAnswer;

/** Tells a dependency's breaker whose fault a failed query is. */
final class SqlFailure {
    private final NamedQuery query;

    SqlFailure(NamedQuery query) {
        this.query = query;
    }

    /** @throws NoAnswer always, unless the query itself is refused, which is returned */
    Refused of(Throwable cause) throws NoAnswer {
        SqlReason reason = SqlReason.of(cause);
        if (reason.isTimeout()) {
            throw NoAnswer.late("query '" + query.name() + "' took too long", cause);
        }
        if (reason.isUnreachable()) {
            throw NoAnswer.unreachable(reason.words(), cause);
        }
        if (reason.isPassing()) {
            throw NoAnswer.late("it failed (SQLState " + reason.state() + ")", cause);
        }
        return new Refused("query '" + query.name() + "' was refused with SQLState " + reason.state()
                + (reason.isOfTheStatement() ? ": " + reason.line() : ""));
    }
}
