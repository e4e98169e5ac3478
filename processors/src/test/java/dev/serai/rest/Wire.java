package dev.serai.rest;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request over a connection of its own, written as it stands: Origin and Sec-Fetch headers too, which clients refuse to set. */
final class Wire {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private Wire() {}

    /** Status, and all that came. */
    record Reply(int status, String text) {}

    /** @param body null when only the headers are sent, which say what would come */
    static Reply send(int port, String method, String path, String body, String... headers) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head =
                    new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            if (body != null) {
                head.append("Content-Length: ").append(bytes.length).append("\r\n");
            }
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            return read(new DataInputStream(socket.getInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Reply read(DataInputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.readUnsignedByte());
        }
        Matcher length = LENGTH.matcher(text);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return new Reply(
                Integer.parseInt(text.toString().split(" ", 3)[1]), text + new String(body, StandardCharsets.UTF_8));
    }
}
