package dev.serai.intake;

import dev.serai.mime.RawSource;
import dev.serai.store.StoredRaw;
import java.io.InputStream;

/** Raw bytes of the store, as the MIME reader wants them. */
public record StoredMail(StoredRaw raw) implements RawSource {

    @Override
    public long size() {
        return raw.size();
    }

    @Override
    public InputStream open(long from, long length) {
        return raw.open(from, length);
    }
}
