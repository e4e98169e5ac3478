package dev.serai.transform;

import dev.serai.message.Content;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.io.InputStream;

/** Bytes in a {@link Scratch}, as a mail's and as a part's. */
public final class ScratchBytes implements RawSource, Content {
    private final RawSource source;
    private final String sha256;

    ScratchBytes(RawSource source, String sha256) {
        this.source = source;
        this.sha256 = sha256;
    }

    @Override
    public long size() {
        return source.size();
    }

    /** SHA-256, lower-case hex. */
    public String sha256() {
        return sha256;
    }

    @Override
    public InputStream open(long from, long length) throws IOException {
        return source.open(from, length);
    }

    @Override
    public InputStream open() throws IOException {
        return source.open();
    }
}
