package dev.serai.store;

import dev.serai.interaction.PointName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Reads the ledger beside a hub that may be running: one read-only connection, nothing is migrated or made. */
public final class LedgerPeek implements AutoCloseable {
    private final Handle handle;
    private final LedgerTable ledger;
    private final PointTable points;

    private LedgerPeek(Handle handle, Queries queries) {
        this.handle = handle;
        Tx tx = Tx.reading(handle, queries);
        this.ledger = tx.ledger();
        this.points = tx.points();
    }

    /** Empty when there is no database yet, it is away, has another schema, or is an H2 that a hub has open. */
    public static Optional<LedgerPeek> open(DatabaseSettings settings) {
        try {
            Dialect dialect = Dialect.of(settings.url());
            String url = settings.url()
                    + (dialect == Dialect.H2 ? Database.H2_MODE + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : "");
            Connection connection = DriverManager.getConnection(
                    url, settings.username(), settings.password().get());
            connection.setReadOnly(true);
            LedgerPeek peek =
                    new LedgerPeek(Jdbi.create(connection).open(), Queries.load(settings.sqlFolder(), dialect));
            return peek.isReadable() ? Optional.of(peek) : Optional.empty();
        } catch (SQLException | RuntimeException away) {
            return Optional.empty();
        }
    }

    private boolean isReadable() {
        try {
            return points.facts("default", PointName.of("peek")).isEmpty();
        } catch (JdbiException otherSchema) {
            close();
            return false;
        }
    }

    /** Whether a mailbox was looked into before. */
    public boolean hasMet(String tenant, PointName point) {
        return points.facts(tenant, point).isPresent();
    }

    /** How many of these positions the next look would take. */
    public long wanted(String tenant, PointName point, List<String> positions) {
        Map<String, LedgerTable.Known> known = ledger.known(tenant, point, positions);
        return positions.stream()
                .filter(position ->
                        !known.containsKey(position) || known.get(position).result() == LedgerEntry.Result.FAILING)
                .count();
    }

    @Override
    public void close() {
        handle.close();
    }
}
