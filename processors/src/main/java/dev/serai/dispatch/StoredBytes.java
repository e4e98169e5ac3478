package dev.serai.dispatch;

import dev.serai.mime.RawSource;
import dev.serai.store.StoredRaw;
import java.io.InputStream;

/** A mail as it lies in the database. */
record StoredBytes(StoredRaw raw) implements RawSource {
    @Override
    public long size() {
        return raw.size();
    }

    @Override
    public InputStream open(long from, long length) {
        return raw.open(from, length);
    }
}
