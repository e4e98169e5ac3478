package dev.serai.rest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a form (RFC 7578) as a range of its body.
 *
 * @param name of the field
 * @param fileName null for a field that is no file
 * @param contentType as the client says; `application/octet-stream` when it says nothing that is one
 * @param from offset in the body
 */
record FormPart(String name, @Nullable String fileName, String contentType, long from, long length) {
    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");
    private static final Pattern EXTENDED = Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*utf-8'[^']*'([^;\\s]+)");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:[ \\t]*([\\w.+-]+/[\\w.+-]+)");
    private static final Pattern DISPOSITION = Pattern.compile("(?im)^content-disposition:[ \\t]*form-data(.*)$");

    /** @throws ApiException when the header has no name */
    static FormPart of(byte[] header, long from, long length) {
        String text = new String(header, StandardCharsets.UTF_8);
        String disposition = first(DISPOSITION, text).orElse("");
        String name = first(NAME, disposition)
                .orElseThrow(() -> FormReader.malformed("a part has no Content-Disposition: form-data with a name"));
        Optional<String> file =
                first(EXTENDED, disposition).map(ApiRequest::decoded).or(() -> first(FILE_NAME, disposition));
        return new FormPart(
                unescaped(name),
                file.map(FormPart::unescaped).orElse(null),
                first(TYPE, text).orElse("application/octet-stream"),
                from,
                length);
    }

    boolean isFile() {
        return fileName != null;
    }

    private static Pattern parameter(String name) {
        return Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]+))");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String found = matcher.group(1);
        return Optional.of(found == null ? matcher.group(2) : found);
    }

    /** As browsers and curl write quotes and line ends (HTML, section 4.10.21.8). */
    private static String unescaped(String text) {
        return text.replace("\\\"", "\"")
                .replace("\\\\", "\\")
                .replace("%22", "\"")
                .replace("%0D", "\r")
                .replace("%0A", "\n");
    }
}
