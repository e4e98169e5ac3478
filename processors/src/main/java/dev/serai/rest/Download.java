package dev.serai.rest;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer that is poured to the client piece by piece.
 *
 * @param size in bytes
 * @param sha256 lower-case hex
 * @param source opened once
 */
record Download(long size, String sha256, Source source) {

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** The entity tag: the bytes of an interaction never change. */
    String etag() {
        return "\"" + sha256 + "\"";
    }

    InputStream open(long from) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(from);
        return in;
    }
}
