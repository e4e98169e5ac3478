package dev.serai.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A mail in a file. */
record FileSource(Path file, long size) implements RawSource {

    @Override
    @SuppressWarnings("resource") // the stream closes its channel
    public InputStream open(long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(from);
        return new RangeStream(Channels.newInputStream(channel), length);
    }
}
