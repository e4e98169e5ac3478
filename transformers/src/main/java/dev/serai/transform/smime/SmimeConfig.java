package dev.serai.transform.smime;

import dev.serai.transform.TransformerConfig;

/**
 * What may be set for {@code type: smime}.
 *
 * @param maxSize bytes of content that are unwrapped, also after decompression; more stays closed
 * @param depth of signed or compressed mails within each other that are opened
 */
record SmimeConfig(long maxSize, int depth) {
    private static final long DEFAULT_SIZE = 200L << 20;
    private static final long MOST = 1L << 30;
    private static final int DEFAULT_DEPTH = 5;
    private static final int DEEPEST = 20;

    static SmimeConfig of(TransformerConfig config) {
        return new SmimeConfig(
                config.size("maxSize", DEFAULT_SIZE, 1, MOST), config.number("depth", DEFAULT_DEPTH, 1, DEEPEST));
    }
}
