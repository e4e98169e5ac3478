package dev.serai.app;

import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.store.Store;

/** The running hub. {@link #start} returns when it is ready; {@link #close} drains it and takes it down in order. */
public final class Hub implements AutoCloseable {
    private final Parts parts;
    private final Store store;
    private final int httpPort;

    Hub(Parts parts, Store store, int httpPort) {
        this.httpPort = httpPort;
        this.parts = parts;
        this.store = store;
    }

    /**
     * Starts a hub on an instance.
     *
     * @throws HubException when it cannot: the message is for the operator
     */
    public static Hub start(Home home, Settings settings) throws HubException {
        Parts parts = new Parts();
        try {
            return new HubAssembly(home, settings, parts).assemble();
        } catch (HubException known) {
            parts.close();
            throw known;
        } catch (Exception failure) {
            parts.close();
            throw new HubException("the hub does not start: " + HubException.words(failure), failure);
        }
    }

    /** The HTTP port that is really open. */
    public int httpPort() {
        return httpPort;
    }

    /** The store, for the demo and tests, which look at what was written. */
    public Store store() {
        return store;
    }

    @Override
    public void close() {
        parts.close();
    }
}
