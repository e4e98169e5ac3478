package dev.serai.trial;

import dev.serai.files.Home;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlScalar;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The mail of a strategy test: a file of the home folder, or a few fields written in the test. */
final class TestMail {
    private TestMail() {}

    /** @throws IOException with a sentence when the file is not there or cannot be read */
    static RawSource of(YamlNode mail, Home home) throws IOException {
        if (mail instanceof YamlScalar path) {
            Optional<Path> file = home.file(path.text());
            if (file.isEmpty()) {
                throw new IOException("mail '" + path.text() + "' is no file of the home folder");
            }
            return RawSource.of(file.get());
        }
        if (mail instanceof YamlMap fields) {
            return RawSource.of(written(fields).getBytes(StandardCharsets.UTF_8));
        }
        throw new IOException("mail must be a file name, or a map of from, to, subject, text and headers");
    }

    private static String written(YamlMap fields) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (YamlMap.Entry field : fields.entries()) {
            switch (field.name()) {
                case "from", "to", "cc", "subject" -> header(mail, capital(field.name()), field.value());
                case "headers" -> headers(mail, field.value());
                case "text" -> {
                    // the body comes last
                }
                default ->
                    throw new IOException("mail has no field '" + field.name()
                            + "'; expected from, to, cc, subject, text or headers");
            }
        }
        mail.append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        return mail.append(fields.text("text").orElse("")).append("\r\n").toString();
    }

    private static void headers(StringBuilder mail, YamlNode headers) throws IOException {
        if (!(headers instanceof YamlMap map)) {
            throw new IOException("headers must be a map of names and values");
        }
        for (YamlMap.Entry header : map.entries()) {
            header(mail, header.name(), header.value());
        }
    }

    private static void header(StringBuilder mail, String name, YamlNode value) throws IOException {
        if (!(value instanceof YamlScalar text)) {
            throw new IOException(name + " must be a text");
        }
        mail.append(name)
                .append(": ")
                .append(text.text().replaceAll("[\\r\\n]+", " "))
                .append("\r\n");
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
