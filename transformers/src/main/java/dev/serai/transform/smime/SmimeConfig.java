package dev.serai.transform.smime;

import java.util.Map;

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

    SmimeConfig {
        if (maxSize < 1 || maxSize > MOST) {
            throw new IllegalArgumentException("smime: maxSize is " + maxSize + "; expected bytes from 1 to " + MOST);
        }
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("smime: depth is " + depth + "; expected levels from 1 to " + DEEPEST);
        }
    }

    static SmimeConfig of(Map<String, Object> config) {
        for (String key : config.keySet()) {
            if (!key.equals("maxSize") && !key.equals("depth")) {
                throw new IllegalArgumentException("smime: unknown key '" + key + "'; expected maxSize or depth");
            }
        }
        return new SmimeConfig(
                number(config, "maxSize", DEFAULT_SIZE), (int) Math.min(number(config, "depth", DEFAULT_DEPTH), 1000));
    }

    private static long number(Map<String, Object> config, String key, long fallback) {
        Object value = config.getOrDefault(key, fallback);
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("smime: " + key + " is '" + value + "'; expected a number");
    }
}
