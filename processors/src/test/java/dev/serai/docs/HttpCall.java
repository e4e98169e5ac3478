package dev.serai.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call of curl.
 *
 * @param headers each as `Name: value`
 * @param data what it sends; `@` and a file of the checkout for the file's bytes
 * @param form the fields of a form, each as `name=value`
 */
record HttpCall(String method, URI address, List<String> headers, Optional<String> data, List<String> form) {
    private static final String BOUNDARY = "----page";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+) (/\\S+)` \\|");

    static HttpCall of(List<String> arguments) {
        List<String> headers = new ArrayList<>();
        Optional<String> data = Optional.empty();
        List<String> form = new ArrayList<>();
        String method = "GET";
        String address = "";
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "-X" -> method = arguments.get(++i);
                case "-H" -> headers.add(arguments.get(++i));
                case "-o" -> i++;
                case "-N" -> {}
                case "-F" -> form.add(arguments.get(++i));
                case "-d", "--data-binary" -> data = Optional.of(arguments.get(++i));
                default -> address = arguments.get(i);
            }
        }
        return new HttpCall(
                form.isEmpty() ? method : "POST", URI.create(address), List.copyOf(headers), data, List.copyOf(form));
    }

    /** Whether the pages of the API's routes have such a call, or it is one for monitoring. */
    boolean isKnown() {
        String path = address.getPath();
        return path.startsWith("/observe/") || rows().anyMatch(row -> matches(row, path));
    }

    /** Whether the answer goes on until somebody ends it. */
    boolean isStream() {
        return headers.stream().anyMatch(header -> header.endsWith("text/event-stream"));
    }

    Optional<String> json() {
        return data.filter(body -> !body.startsWith("@"));
    }

    /** The same call to a hub on another port. */
    HttpRequest request(int port, UnaryOperator<String> filled) throws IOException {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + filled.apply(address.getRawPath()) + query));
        headers.forEach(header -> request.header(
                header.substring(0, header.indexOf(':')),
                filled.apply(header.substring(header.indexOf(':') + 1).strip())));
        if (!form.isEmpty()) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        }
        return request.method(method, form.isEmpty() ? body(filled) : formBody(filled))
                .build();
    }

    /** As curl writes it. */
    private BodyPublisher formBody(UnaryOperator<String> filled) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String field : form) {
            String name = field.substring(0, field.indexOf('='));
            String value = field.substring(field.indexOf('=') + 1);
            text.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
            text.append(name).append('"');
            if (value.startsWith("@")) {
                String[] file = value.substring(1).split(";filename=", 2);
                text.append("; filename=\"").append(file[file.length - 1]).append("\"\r\n\r\n");
                text.append(Files.readString(Page.CHECKOUT.resolve(file[0])));
            } else {
                text.append("\r\n\r\n").append(filled.apply(value));
            }
            text.append("\r\n");
        }
        return BodyPublishers.ofString(text + "--" + BOUNDARY + "--\r\n");
    }

    private BodyPublisher body(UnaryOperator<String> filled) throws IOException {
        if (data.isEmpty()) {
            return BodyPublishers.noBody();
        }
        String text = data.get();
        return text.startsWith("@")
                ? BodyPublishers.ofByteArray(Files.readAllBytes(Page.CHECKOUT.resolve(text.substring(1))))
                : BodyPublishers.ofString(filled.apply(text));
    }

    private boolean matches(Matcher row, String path) {
        String pattern = row.group(2).replaceAll("\\{[^}]+}", "[^/]+");
        return row.group(1).equals(method) && path.matches(pattern);
    }

    private static Stream<Matcher> rows() {
        return Page.all().stream()
                .filter(page -> page.path().startsWith("docs/routes/api-"))
                .flatMap(page -> page.text().lines())
                .map(ROW::matcher)
                .filter(Matcher::find);
    }
}
