package dev.serai.transform.tnef;

import java.util.Map;

/**
 * What may be set for {@code type: tnef}.
 *
 * @param maxSize bytes of a winmail.dat that is opened, bigger ones stay closed; it is read piece by piece
 */
record TnefConfig(long maxSize) {
    private static final long DEFAULT_SIZE = 200L << 20;
    private static final long MOST = 1L << 30;

    TnefConfig {
        if (maxSize < 1 || maxSize > MOST) {
            throw new IllegalArgumentException("tnef: maxSize is " + maxSize + "; expected bytes from 1 to " + MOST);
        }
    }

    static TnefConfig of(Map<String, Object> config) {
        for (String key : config.keySet()) {
            if (!key.equals("maxSize")) {
                throw new IllegalArgumentException("tnef: unknown key '" + key + "'; expected maxSize");
            }
        }
        Object size = config.getOrDefault("maxSize", DEFAULT_SIZE);
        if (size instanceof Number number) {
            return new TnefConfig(number.longValue());
        }
        throw new IllegalArgumentException("tnef: maxSize is '" + size + "'; expected a number of bytes");
    }
}
