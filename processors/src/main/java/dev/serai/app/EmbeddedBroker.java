package dev.serai.app;

import dev.serai.files.BrokerKeys;
import dev.serai.files.Secret;
import dev.serai.files.Settings;
import dev.serai.files.Units;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.usage.SystemUsage;
import org.apache.activemq.util.LockFile;

/** Makes the broker inside of the process. */
final class EmbeddedBroker {
    private static final long MEMORY_LIMIT = 64L << 20;
    private static final Duration NO_SPACE = Duration.ofSeconds(5);
    /** A durable subscriber that stays away for longer is forgotten, with what waits for it. */
    private static final Duration SUBSCRIBER = Duration.ofDays(7);

    private static final Duration LOOK = Duration.ofHours(1);
    private static final Duration CLEAN = Duration.ofSeconds(5);
    /** One message that nobody takes keeps its whole file. */
    private static final int JOURNAL_FILE = 8 << 20;

    /** Of a frame on the open port: the largest document and what is around it. */
    private static final String FRAME = "wireFormat.maxFrameSize=" + (16 << 20);

    private EmbeddedBroker() {}

    /** A broker that was started; whoever sends more than it has room for is told so. */
    static BrokerService start(String name, Settings settings, Path dataFolder) throws Exception {
        File folder = dataFolder.resolve("broker").toFile();
        requireFree(folder);
        BrokerService service = new BrokerService();
        service.setBrokerName(name);
        service.setUseJmx(false);
        service.setUseShutdownHook(false);
        service.setSchedulerSupport(false);
        service.setAdvisorySupport(false);
        service.setStartAsync(false);
        service.setPersistenceAdapter(journal(folder));
        service.setDestinationPolicy(new BrokerPolicies());
        limit(service.getSystemUsage(), Units.size(settings.text(BrokerKeys.STORE)));
        service.setOfflineDurableSubscriberTimeout(SUBSCRIBER.toMillis());
        service.setOfflineDurableSubscriberTaskSchedule(LOOK.toMillis());
        open(service, settings);
        service.start();
        service.waitUntilStarted();
        return service;
    }

    private static KahaDBPersistenceAdapter journal(File folder) throws IOException {
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder);
        journal.setJournalMaxFileLength(JOURNAL_FILE);
        journal.setCleanupInterval(CLEAN.toMillis());
        journal.getLocker().setFailIfLocked(true);
        return journal;
    }

    private static void limit(SystemUsage usage, long store) {
        usage.getMemoryUsage().setLimit(MEMORY_LIMIT);
        usage.getStoreUsage().setLimit(store);
        usage.getTempUsage().setLimit(store);
        usage.setSendFailIfNoSpaceAfterTimeout(NO_SPACE.toMillis());
    }

    private static void open(BrokerService service, Settings settings) throws Exception {
        List<BrokerPlugin> plugins = new ArrayList<>(List.of(new DurableCapture()));
        String listen = settings.text(BrokerKeys.LISTEN);
        if (!listen.isEmpty()) {
            service.addConnector(bounded(listen));
            plugins.add(entrance(settings));
        }
        service.setPlugins(plugins.toArray(BrokerPlugin[]::new));
    }

    private static String bounded(String listen) {
        return listen.contains("maxFrameSize") ? listen : listen + (listen.contains("?") ? "&" : "?") + FRAME;
    }

    /** The broker itself would complain about a lock with a stack trace. */
    private static void requireFree(File folder) throws HubException {
        LockFile lock = new LockFile(new File(folder, "lock"), false);
        try {
            lock.lock();
            lock.unlock();
        } catch (IOException taken) {
            throw new HubException(
                    "another process, most likely another hub, has the embedded broker's folder " + folder
                            + " open; stop that one, or give each hub a serai.data of its own",
                    taken);
        }
    }

    private static BrokerEntrance entrance(Settings settings) throws HubException {
        String user = settings.text(BrokerKeys.USERNAME);
        Optional<Secret> secret = settings.secret(BrokerKeys.SECRET);
        if (user.isEmpty() || secret.isEmpty()) {
            throw new HubException(
                    "serai.broker.listen opens a port, so serai.broker.username and serai.broker.secret must be set too");
        }
        return new BrokerEntrance(user, secret.get()::resolve);
    }
}
