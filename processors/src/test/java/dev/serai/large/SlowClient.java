package dev.serai.large;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.MessageDigest;

/** Asks for something large, takes the head of the answer and then nothing until it is told to. */
final class SlowClient implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;
    private final String status;
    private long length;

    private SlowClient(int port, String path) throws IOException {
        socket.setReceiveBufferSize(16 << 10);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n").getBytes(US_ASCII));
        in = new BufferedInputStream(socket.getInputStream());
        status = line();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(line.substring(15).strip());
            }
        }
    }

    static SlowClient get(int port, String path) {
        try {
            return new SlowClient(port, path);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The status line. */
    String status() {
        return status;
    }

    /** Takes the rest now. */
    String sha256() throws IOException {
        MessageDigest digest = LargeMail.digest();
        DataInputStream rest = new DataInputStream(in);
        byte[] piece = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int count = (int) Math.min(piece.length, left);
            rest.readFully(piece, 0, count);
            digest.update(piece, 0, count);
            left -= count;
        }
        return LargeMail.hex(digest);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
