package dev.serai.rest;

import java.io.IOException;

/** Clients without a good key, each from an address of its own, so that nobody has used up the tries of another. */
final class Strangers implements AutoCloseable {
    /** Fewer than an address has in a minute. */
    private static final int TRIES = 18;

    private final int port;
    private int number;
    private int asked;
    private Raw raw;

    Strangers(int port) throws IOException {
        this.port = port;
        this.raw = next();
    }

    private Raw next() throws IOException {
        number++;
        return Raw.from("127.1." + number / 250 + "." + (1 + number % 250), port);
    }

    Raw.Reply ask(String method, String path, String... headers) throws IOException {
        if (++asked % TRIES == 0) {
            raw.close();
            raw = next();
        }
        return raw.ask(method, path, headers);
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
