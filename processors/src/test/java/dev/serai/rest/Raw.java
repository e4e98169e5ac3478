package dev.serai.rest;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 as it is written: no client library that tidies up paths and headers before they leave. */
final class Raw implements AutoCloseable {
    private final int port;
    private final String from;
    private Socket socket;
    private DataInputStream in;

    private Raw(int port, String from) throws IOException {
        this.port = port;
        this.from = from;
        connect();
    }

    static Raw open(int port) throws IOException {
        return new Raw(port, "127.0.0.1");
    }

    /** @param address of the local host that the hub sees the client come from: any that begins with 127 */
    static Raw from(String address, int port) throws IOException {
        return new Raw(port, address);
    }

    record Reply(int status, String head) {}

    private void connect() throws IOException {
        socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(20_000);
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    }

    /** Asks with a body that is told of and never sent. */
    Reply announce(String method, String path, long bytes, String... headers) throws IOException {
        StringBuilder request = head(method, path, headers);
        socket.getOutputStream()
                .write((request + "Content-Length: " + bytes + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        String head = head();
        return new Reply(Integer.parseInt(head.split(" ", 3)[1]), head);
    }

    private StringBuilder head(String method, String path, String... headers) {
        StringBuilder request =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request;
    }

    /** Asks without a body, over the same connection as before. */
    Reply ask(String method, String path, String... headers) throws IOException {
        StringBuilder request = head(method, path, headers);
        socket.getOutputStream().write((request + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        String head = head();
        String lower = head.toLowerCase(java.util.Locale.ROOT);
        if (!method.equals("HEAD")) {
            skipBody(lower);
        }
        if (lower.contains("connection: close")) {
            socket.close();
            connect();
        }
        return new Reply(Integer.parseInt(head.split(" ", 3)[1]), head);
    }

    private void skipBody(String head) throws IOException {
        java.util.regex.Matcher length =
                java.util.regex.Pattern.compile("content-length: (\\d+)").matcher(head);
        if (length.find()) {
            in.skipNBytes(Long.parseLong(length.group(1)));
        } else if (head.contains("transfer-encoding: chunked")) {
            int size;
            do {
                size = Integer.parseInt(line().strip(), 16);
                in.skipNBytes(size + 2L);
            } while (size > 0);
        }
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        String line;
        do {
            line = line();
            head.append(line).append('\n');
        } while (!line.isEmpty());
        return head.toString();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next;
        while ((next = in.readUnsignedByte()) != '\n') {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
