package dev.serai.mime;

import dev.serai.message.Content;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A part as a range of the raw mail, decoded when it is opened.
 *
 * @param known its first bytes; null before it was read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RangeContent(RawSource source, long from, long length, TransferEncoding encoding, byte @Nullable [] known)
        implements Content {

    RangeContent(RawSource source, long from, long length, TransferEncoding encoding) {
        this(source, from, length, encoding, null);
    }

    /** The same, of which the first bytes are known now. */
    RangeContent beginningWith(byte[] bytes) {
        return new RangeContent(source, from, length, encoding, bytes);
    }

    @Override
    public byte[] beginning() throws IOException {
        return known == null ? Content.super.beginning() : known.clone();
    }

    @Override
    public InputStream open() throws IOException {
        return encoding.decode(source.open(from, length));
    }
}
