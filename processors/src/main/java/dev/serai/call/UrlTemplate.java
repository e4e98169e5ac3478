package dev.serai.call;

import dev.serai.dependency.Dependency.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with expressions in its path and query. The server is fixed by the file; what an expression yields is encoded
 * (RFC 3986, section 2.1), so that it stays one segment or one value whatever a customer wrote.
 */
public final class UrlTemplate {
    private static final Pattern SERVER =
            Pattern.compile("(?i)(https?)://(\\[[0-9a-f:.]+]|[^/?#@:$\\s]+)(:\\d{1,5})?(?=[/?#]|$)");

    private final String server;
    private final String host;
    private final boolean plain;
    private final List<Part> parts;

    private record Part(String text, boolean expression, boolean inQuery) {}

    private UrlTemplate(String server, String host, boolean plain, List<Part> parts) {
        this.server = server;
        this.host = host;
        this.plain = plain;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException saying what is expected
     */
    public static UrlTemplate of(String text) {
        Matcher server = SERVER.matcher(text);
        if (!server.lookingAt()) {
            throw new IllegalArgumentException("'" + text + "' does not begin with http:// or https:// and the name of"
                    + " a server; expressions, user names and passwords have no place there");
        }
        if (text.indexOf('#') >= 0) {
            throw new IllegalArgumentException("'" + text + "' has a fragment (#), which no server is told of");
        }
        List<Part> parts = parts(text.substring(server.end()));
        UrlTemplate template = new UrlTemplate(
                server.group(),
                server.group(2) + (server.group(3) == null ? "" : server.group(3)),
                server.group(1).toLowerCase(Locale.ROOT).equals("http"),
                parts);
        template.filled(part -> "x");
        return template;
    }

    /** The server's name, with its port where the template has one. */
    public String server() {
        return host.toLowerCase(Locale.ROOT);
    }

    /** True for http to another machine: what is asked can be read on the way. */
    public boolean isUnprotected() {
        return plain && !host.matches("(?i)(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");
    }

    /** The expressions. */
    public List<String> expressions() {
        return parts.stream().filter(Part::expression).map(Part::text).toList();
    }

    /**
     * The address for an interaction.
     *
     * @param evaluate what an expression yields
     * @throws Refused when a value cannot stand in a path: empty, or a dot segment, which would lead elsewhere
     */
    public URI fill(Function<String, String> evaluate) throws Refused {
        for (Part part : parts) {
            if (part.expression() && !part.inQuery() && isNoSegment(evaluate.apply(part.text()))) {
                throw new Refused(part.text() + " is empty, '.' or '..', which cannot stand in the path of an address");
            }
        }
        return filled(evaluate);
    }

    private static boolean isNoSegment(String value) {
        return value.isBlank() || value.equals(".") || value.equals("..");
    }

    private URI filled(Function<String, String> evaluate) {
        StringBuilder address = new StringBuilder(server);
        parts.forEach(part -> address.append(part.expression() ? encoded(evaluate.apply(part.text())) : part.text()));
        return URI.create(address.toString());
    }

    private static List<Part> parts(String rest) {
        List<Part> parts = new ArrayList<>();
        boolean inQuery = false;
        int at = 0;
        while (at < rest.length()) {
            int open = rest.indexOf("${", at);
            String literal = rest.substring(at, open < 0 ? rest.length() : open);
            parts.add(new Part(literal, false, inQuery));
            inQuery |= literal.contains("?");
            if (open < 0) {
                break;
            }
            int end = end(rest, open);
            parts.add(new Part(rest.substring(open, end), true, inQuery));
            at = end;
        }
        return parts;
    }

    private static int end(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("'" + text.substring(open) + "' is an expression that is never closed");
    }

    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
