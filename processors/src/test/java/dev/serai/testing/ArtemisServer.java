package dev.serai.testing;

import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** What runs inside of {@link Artemis}' own class loader; it is spoken to in words, for no class is known on both sides. */
public final class ArtemisServer implements ToLongFunction<String> {
    private final Path folder;
    private final String url;
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /** @param folder where its journal is */
    public ArtemisServer(Path folder, String url) {
        this.folder = folder;
        this.url = url;
    }

    /** `start`, `stop`, or the name of a queue: how many messages lie in it, 0 when there is none. */
    @Override
    public long applyAsLong(String word) {
        try {
            return switch (word) {
                case "start" -> start();
                case "stop" -> stop();
                default -> messages(word);
            };
        } catch (Exception failure) {
            throw new AssertionError("Artemis does not " + word, failure);
        }
    }

    private long start() throws Exception {
        server.setConfiguration(configuration()).start();
        return 0;
    }

    private long stop() throws Exception {
        server.stop();
        return 0;
    }

    private long messages(String queue) {
        var found = server.getActiveMQServer().locateQueue(SimpleString.of(queue));
        return found == null ? 0 : found.getMessageCount();
    }

    private Configuration configuration() throws Exception {
        return new ConfigurationImpl()
                .setName("artemis")
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(1 << 20)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .addAcceptorConfiguration("openwire", url + "?protocols=OPENWIRE")
                .addAddressSetting("#", addresses());
    }

    /** As in the broker.xml that Artemis ships, where it matters. */
    private static AddressSettings addresses() {
        return new AddressSettings()
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setAutoCreateDeadLetterResources(true);
    }
}
