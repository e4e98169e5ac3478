package dev.serai.call;

import dev.serai.dependency.Dependency.Refused;
import dev.serai.files.Entries;
import dev.serai.files.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header lines of a call, `Name: value` each; `secret(env:NAME)` in a value stands for a secret. */
public final class Headers {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** The client's own, and what tells repeats apart. */
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "connection",
            "transfer-encoding",
            "upgrade",
            "expect",
            "te",
            "trailer",
            "accept-encoding",
            "idempotency-key");

    private final Map<String, String> lines;

    private Headers(Map<String, String> lines) {
        this.lines = lines;
    }

    /**
     * Reads the lines.
     *
     * @throws IllegalArgumentException naming the line and what was expected; a secret is never repeated
     */
    public static Headers of(String text) {
        Map<String, String> lines = Entries.of(text, ':');
        lines.forEach(Headers::check);
        return new Headers(lines);
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a header");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("'" + name + "' is set by the hub");
        }
        Matcher secrets = Credentials.SECRET.matcher(value);
        boolean found = false;
        while (secrets.find()) {
            Secret.of(secrets.group(1));
            found = true;
        }
        if (!found && Credentials.isName(name)) {
            throw Credentials.literal("header", name);
        }
    }

    /** The texts with expressions. */
    public Collection<String> values() {
        return lines.values();
    }

    /**
     * The headers for an interaction.
     *
     * @param evaluate what a text with expressions yields; it never sees a secret
     * @throws Refused when a value cannot stand in a header
     */
    public Map<String, HeaderValue> fill(Function<String, String> evaluate) throws Refused {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> line : lines.entrySet()) {
            headers.put(line.getKey(), value(line.getKey(), line.getValue(), evaluate));
        }
        return headers;
    }

    /** Only the references that the file itself has count, not those that a customer wrote. */
    private static HeaderValue value(String name, String written, Function<String, String> evaluate) throws Refused {
        List<HeaderValue.Piece> pieces = new ArrayList<>();
        Matcher secrets = Credentials.SECRET.matcher(written);
        int done = 0;
        while (secrets.find()) {
            pieces.add(evaluated(name, written.substring(done, secrets.start()), evaluate));
            pieces.add(new HeaderValue.Reference(Secret.of(secrets.group(1))));
            done = secrets.end();
        }
        pieces.add(evaluated(name, written.substring(done), evaluate));
        return new HeaderValue(pieces);
    }

    private static HeaderValue.Text evaluated(String name, String text, Function<String, String> evaluate)
            throws Refused {
        String value = text.isEmpty() ? "" : evaluate.apply(text);
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new Refused(
                    "the value of header '" + name + "' has characters that cannot stand in one; put it into the body");
        }
        return new HeaderValue.Text(value);
    }
}
