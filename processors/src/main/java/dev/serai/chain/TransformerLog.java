package dev.serai.chain;

import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The debug log of one transformer, by name: what it says may be content, so its level is DEBUG and nothing else. */
final class TransformerLog {
    private static final String PREFIX = "serai.transformer.";

    private TransformerLog() {}

    /** The log, switched on: that is what the key is for. */
    static Consumer<String> of(String name) {
        Logger log = LoggerFactory.getLogger(PREFIX + name);
        if (!log.isDebugEnabled()) {
            Configurator.setLevel(PREFIX + name, Level.DEBUG);
        }
        return line -> log.debug("{}", line);
    }
}
