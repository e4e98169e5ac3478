package dev.serai.chain;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The debug log of one transformer, by name. What it says may be content, so its level is DEBUG and nothing else; that
 * level is on for these loggers, since the key `debugLog` is what switches them on.
 */
final class TransformerLog {
    private static final String PREFIX = "serai.transformer.";

    private TransformerLog() {}

    static Consumer<String> of(String name) {
        Logger log = LoggerFactory.getLogger(PREFIX + name);
        return line -> log.debug("{}", line);
    }
}
