package dev.serai.transform.tnef;

import dev.serai.transform.TransformerConfig;

/**
 * What may be set for {@code type: tnef}.
 *
 * @param maxSize bytes of a winmail.dat that is opened, bigger ones stay closed; it is read piece by piece
 */
record TnefConfig(long maxSize) {
    private static final long DEFAULT_SIZE = 200L << 20;
    private static final long MOST = 1L << 30;

    static TnefConfig of(TransformerConfig config) {
        return new TnefConfig(config.size("maxSize", DEFAULT_SIZE, 1, MOST));
    }
}
