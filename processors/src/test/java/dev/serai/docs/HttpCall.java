package dev.serai.docs;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A call of curl. */
record HttpCall(String method, String path, Optional<String> json) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+) (/\\S+)` \\|");
    private static final List<String> DATA = List.of("-d", "--data-binary");

    static HttpCall of(List<String> arguments) {
        String url = arguments.stream()
                .filter(argument -> argument.startsWith("http://"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("curl without an address: " + arguments));
        Optional<String> data = DATA.stream()
                .flatMap(option -> after(arguments, option).stream())
                .findFirst();
        String method = after(arguments, "-X").orElse(data.isPresent() ? "POST" : "GET");
        return new HttpCall(method, URI.create(url).getPath(), data.filter(body -> !body.startsWith("@")));
    }

    /** Whether the pages of the API's routes have such a call, or it is one for monitoring. */
    boolean isKnown() {
        return path.equals("/") || path.startsWith("/observe/") || rows().anyMatch(this::matches);
    }

    private boolean matches(Matcher row) {
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

    private static Optional<String> after(List<String> arguments, String option) {
        int index = arguments.indexOf(option);
        return index < 0 ? Optional.empty() : Optional.of(arguments.get(index + 1));
    }
}
