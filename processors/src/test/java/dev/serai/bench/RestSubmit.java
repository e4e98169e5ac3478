package dev.serai.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * A client of the hub that submits over one connection that it keeps, with as little of its own as it can: its processor
 * time is taken from the hub's.
 */
final class RestSubmit implements Crowd.Member {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String text;
    private final int port;

    private RestSubmit(Socket socket, int port, String text) throws IOException {
        this.socket = socket;
        this.port = port;
        this.text = text;
        socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /** @param text of each interaction, without quotes */
    static RestSubmit to(int port, String text) throws IOException {
        return new RestSubmit(new Socket(InetAddress.getLoopbackAddress(), port), port, text);
    }

    /** The body of one submit. */
    static String body(String id, String text) {
        return "{\"externalId\":\"" + id + "\",\"queue\":\"general\",\"priority\":10,\"subject\":\"Order " + id
                + "\",\"from\":{\"name\":\"Ada Example\",\"address\":\"customer-" + id.substring(0, 3)
                + "@example.org\"},\"userData\":{\"order\":\"" + id
                + "\",\"shop\":\"north\",\"tier\":\"gold\"},\"text\":\"" + text + "\"}";
    }

    @Override
    public void ask() throws IOException {
        String id = UUID.randomUUID().toString();
        byte[] body = body(id, text).getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/v1/interactions HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + id + "\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = java.util.Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, request, first.length, body.length);
        out.write(request);
        out.flush();
        answer();
    }

    private void answer() throws IOException {
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(name.substring(15).strip());
            } else if (name.startsWith("transfer-encoding:")) {
                length = -1;
            }
        }
        String answered = length < 0 ? chunks() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 201 ")) {
            throw new IOException("the hub answered " + status + " " + answered);
        }
    }

    private String chunks() throws IOException {
        StringBuilder all = new StringBuilder();
        int size = Integer.parseInt(line(), 16);
        while (size > 0) {
            all.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line();
            size = Integer.parseInt(line(), 16);
        }
        line();
        return all.toString();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        int octet = in.read();
        while (octet != '\n') {
            if (octet < 0) {
                throw new IOException("the hub closed the connection");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
            octet = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
