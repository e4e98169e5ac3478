package dev.serai.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files as browsers send it. */
final class MultipartForm {
    private final String boundary = "----" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    MultipartForm field(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    MultipartForm file(String name, String fileName, String type, byte[] bytes) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: "
                        + type,
                bytes);
    }

    private MultipartForm part(String header, byte[] bytes) {
        body.writeBytes(("--" + boundary + "\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    Client.Answer post(Client client, String path, String... headers) {
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return client.bytes("POST", path, "multipart/form-data; boundary=" + boundary, body.toByteArray(), headers);
    }
}
