package dev.serai.rest;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pours a stream into a response at the client's pace: one piece in memory, and no thread held while the client is slow.
 * All of it but the reading runs on the client's own event loop.
 */
final class Pouring {
    private static final Logger LOG = LoggerFactory.getLogger(Pouring.class);
    private static final int PIECE = 64 << 10;
    /** A client that takes nothing for so long is cut off. */
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(2);

    private final Vertx vertx;
    private final Context loop;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final InputStream in;
    private final Runnable afterwards;
    private long left;
    private boolean reading;
    private boolean over;
    private long timer = -1;

    /**
     * @param length how many bytes of the stream are sent; it must have them
     * @param afterwards runs once, however it ends
     */
    Pouring(Vertx vertx, HttpServerRequest request, InputStream in, long length, Runnable afterwards) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.request = request;
        this.response = request.response();
        this.in = in;
        this.left = length;
        this.afterwards = afterwards;
    }

    void start() {
        response.exceptionHandler(gone -> finish());
        response.closeHandler(gone -> finish());
        next();
    }

    private void next() {
        if (left == 0) {
            response.end();
            finish();
        } else if (!over) {
            reading = true;
            loop.executeBlocking(this::piece, false).onSuccess(this::write).onFailure(this::broken);
        }
    }

    private Buffer piece() throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(PIECE, left));
        if (bytes.length == 0) {
            throw new IOException("the stored bytes end " + left + " bytes too early");
        }
        return Buffer.buffer(bytes);
    }

    private void write(Buffer piece) {
        reading = false;
        if (over) {
            close();
            return;
        }
        left -= piece.length();
        response.write(piece);
        if (response.writeQueueFull()) {
            timer = vertx.setTimer(PATIENCE, late -> cutOff());
            response.drainHandler(drained -> drained());
        } else {
            next();
        }
    }

    /** The response drains more often than it was full; one is waited for. */
    private void drained() {
        response.drainHandler(null);
        vertx.cancelTimer(timer);
        if (!over && !reading) {
            next();
        }
    }

    /** The status is out: a body that ends too early is all that the client can be told. */
    private void broken(Throwable failure) {
        reading = false;
        LOG.warn("a download was broken off reason={}", failure.getMessage());
        cutOff();
    }

    private void cutOff() {
        request.connection().close();
        finish();
    }

    private void finish() {
        if (!over) {
            over = true;
            vertx.cancelTimer(timer);
            afterwards.run();
        }
        if (!reading) {
            close();
        }
    }

    private void close() {
        try {
            in.close();
        } catch (IOException closed) {
            LOG.debug("a download's source could not be closed", closed);
        }
    }
}
