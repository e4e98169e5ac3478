package dev.serai.app;

import dev.serai.files.BrokerKeys;
import dev.serai.files.Home;
import dev.serai.files.HubKeys;
import dev.serai.files.PrivateFolder;
import dev.serai.files.Settings;
import dev.serai.files.StoreKeys;
import dev.serai.store.Database;
import dev.serai.store.NodeLock;
import dev.serai.store.QueueTenants;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/**
 * What everything stands on: the instance, its settings, its database, and the name of this process.
 *
 * @param data the folder of the hub's own files
 * @param node this process among those on the same database
 * @param lock keeps nodes off that must not be there
 */
record Foundation(Home home, Settings settings, Path data, String node, Store store, NodeLock lock, Clock clock)
        implements AutoCloseable {

    /** The file of an embedded database in the data folder. */
    private static final String DATABASE = "serai.mv.db";

    /** @throws HubException when the database cannot be used */
    static Foundation open(Home home, Settings settings, Clock clock) throws HubException {
        Path data = home.resolve(settings.text(HubKeys.DATA));
        String node = "node-" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        try {
            PrivateFolder.make(data);
            Database database = Database.open(DatabasePlace.of(home, settings));
            PrivateFolder.hide(data.resolve(DATABASE));
            NodeLock lock = lock(settings, database);
            return new Foundation(home, settings, data, node, store(settings, database), lock, clock);
        } catch (StoreException failure) {
            throw new HubException(String.valueOf(failure.getMessage()), failure);
        } catch (IOException failure) {
            throw new HubException("the data folder " + data + " cannot be used: " + failure, failure);
        }
    }

    private static Store store(Settings settings, Database database) {
        Store store = Store.on(database, settings.number(StoreKeys.GROUP_ITEMS), settings.size(StoreKeys.GROUP_BYTES));
        store.tenants(QueueTenants.UNKNOWN);
        return store;
    }

    /** A hub that is refused leaves nothing open. */
    private static NodeLock lock(Settings settings, Database database) {
        try {
            return NodeLock.take(database, settings.text(BrokerKeys.URL).isEmpty());
        } catch (StoreException refused) {
            database.close();
            throw refused;
        }
    }

    Roles roles() {
        return new Roles(store, node);
    }

    @Override
    public void close() {
        lock.close();
        store.close();
    }
}
