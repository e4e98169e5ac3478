package dev.serai.call;

import dev.serai.dependency.Dependency.Refused;
import dev.serai.files.Secret;
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
    private final List<UrlPart> parts;

    private UrlTemplate(String server, String host, boolean plain, List<UrlPart> parts) {
        this.server = server;
        this.host = host;
        this.plain = plain;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException saying what is expected; what may be a password is never repeated
     */
    public static UrlTemplate of(String text) {
        Matcher server = SERVER.matcher(text);
        if (!server.lookingAt()) {
            throw new IllegalArgumentException("the address does not begin with http:// or https:// and the name of"
                    + " a server; expressions, user names and passwords have no place there");
        }
        if (text.indexOf('#') >= 0) {
            throw new IllegalArgumentException("the address has a fragment (#), which no server is told of");
        }
        UrlTemplate template = new UrlTemplate(
                server.group(),
                server.group(2) + (server.group(3) == null ? "" : server.group(3)),
                server.group(1).toLowerCase(Locale.ROOT).equals("http"),
                UrlPart.all(text.substring(server.end())));
        URI unused = URI.create(server.group() + UrlPart.shape(template.parts));
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
        return parts.stream().filter(UrlPart::isExpression).map(UrlPart::text).toList();
    }

    /**
     * The address for an interaction.
     *
     * @param evaluate what an expression yields; it never sees a secret
     * @throws Refused when a value cannot stand in a path: empty, or a dot segment, which would lead elsewhere
     */
    public CallAddress fill(Function<String, String> evaluate) throws Refused {
        for (UrlPart part : parts) {
            if (part.isExpression() && !part.inQuery() && isNoSegment(evaluate.apply(part.text()))) {
                throw new Refused(part.text() + " is empty, '.' or '..', which cannot stand in the path of an address");
            }
        }
        return filled(evaluate);
    }

    private static boolean isNoSegment(String value) {
        return value.isBlank() || value.equals(".") || value.equals("..");
    }

    private CallAddress filled(Function<String, String> evaluate) {
        List<HeaderValue.Piece> pieces = new ArrayList<>();
        pieces.add(new HeaderValue.Text(server));
        for (UrlPart part : parts) {
            pieces.add(
                    switch (part.kind()) {
                        case LITERAL -> new HeaderValue.Text(part.text());
                        case EXPRESSION -> new HeaderValue.Text(encoded(evaluate.apply(part.text())));
                        case SECRET -> new HeaderValue.Reference(Secret.of(part.text()));
                    });
        }
        return new CallAddress(server(), pieces);
    }

    /** As it may stand in a path or a query (RFC 3986, section 2.1). */
    static String encoded(String value) {
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
