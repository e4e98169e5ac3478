package dev.serai.testing;

import java.nio.file.Path;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/** An ActiveMQ Classic with its own defaults. */
public final class Classic implements JmsBroker {
    private final Path folder;
    private final String url = "tcp://127.0.0.1:" + Ports.free();
    private BrokerService broker;

    private Classic(Path folder) {
        this.folder = folder;
        this.broker = started();
    }

    /** @param folder where its journal lies */
    public static Classic start(Path folder) {
        return new Classic(folder);
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public void stop() {
        try {
            broker.stop();
        } catch (Exception failure) {
            throw new AssertionError("Classic does not stop", failure);
        }
        broker.waitUntilStopped();
    }

    @Override
    public void restart() {
        broker = started();
    }

    @Override
    public void close() {
        stop();
    }

    private BrokerService started() {
        BrokerService service = new BrokerService();
        try {
            KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
            journal.setDirectory(folder.toFile());
            service.setBrokerName("classic-" + System.nanoTime());
            service.setUseJmx(false);
            service.setUseShutdownHook(false);
            service.setPersistenceAdapter(journal);
            service.addConnector(url);
            service.start();
            service.waitUntilStarted();
            return service;
        } catch (Exception failure) {
            throw new AssertionError("Classic does not start", failure);
        }
    }
}
