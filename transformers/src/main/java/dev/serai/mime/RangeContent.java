package dev.serai.mime;

import dev.serai.message.Content;
import java.io.IOException;
import java.io.InputStream;

/** A part as a range of the raw mail, decoded when it is opened. */
record RangeContent(RawSource source, long from, long length, TransferEncoding encoding) implements Content {

    @Override
    public InputStream open() throws IOException {
        return encoding.decode(source.open(from, length));
    }
}
