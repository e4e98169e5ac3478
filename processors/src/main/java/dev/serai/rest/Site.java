package dev.serai.rest;

import dev.serai.files.HttpKeys;
import dev.serai.files.SettingRefused;
import dev.serai.files.Settings;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a foreign web page makes a browser send: whether nobody needs a key or the browser adds it by itself, its
 * owner must not be somebody's tool. A request must give the hub a name that is its own (against DNS rebinding), and if it
 * has an Origin, that must be the hub's too.
 */
final class Site {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    /** No name can be turned into one of these. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

    private final boolean keys;
    private final String host;
    private final List<URI> known;

    private Site(boolean keys, String host, List<URI> known) {
        this.keys = keys;
        this.host = host;
        this.known = known;
    }

    /** @throws SettingRefused when serai.http.public-url is none */
    static Site of(Settings settings) {
        return new Site(
                settings.text(HttpKeys.AUTHENTICATION).equals("keys"),
                settings.text(HttpKeys.HOST).toLowerCase(Locale.ROOT),
                Arrays.stream(settings.text(HttpKeys.PUBLIC_URL).split(","))
                        .map(String::strip)
                        .filter(url -> !url.isEmpty())
                        .map(Site::url)
                        .toList());
    }

    private static URI url(String text) {
        if (!text.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+/?")) {
            throw new SettingRefused(
                    HttpKeys.PUBLIC_URL,
                    "serai.http.public-url has '" + text
                            + "'; expected the scheme, name and port under which others reach the hub, such as"
                            + " https://hub.example.com");
        }
        return URI.create(text.toLowerCase(Locale.ROOT));
    }

    /** Whether browsers come by TLS. */
    boolean isSecure() {
        return !known.isEmpty() && known.stream().allMatch(url -> "https".equals(url.getScheme()));
    }

    /** Null when there is nothing against it. */
    @Nullable
    Denial refusal(HttpServerRequest request) {
        HostAndPort named = request.authority();
        if (named == null || !isOurs(named.host().toLowerCase(Locale.ROOT))) {
            return Denial.forbidden(
                    "host",
                    keys
                            ? "the Host header does not name this hub; serai.http.public-url says how others may name it"
                            : "the Host header does not name the local host; without authentication the hub answers"
                                    + " only http://127.0.0.1 and http://localhost");
        }
        boolean judgedElsewhere = Webforms.isPath(request.path());
        boolean foreign = request.getHeader("Origin") != null && !isOwn(request);
        return !judgedElsewhere && (foreign || isCrossSite(request))
                ? Denial.forbidden(
                        "origin", "the request comes from another web site; only the hub's own pages may ask")
                : null;
    }

    /** Whether a request comes from a page of the hub's own, as the browser says. */
    boolean isOwn(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        HostAndPort named = request.authority();
        return origin != null && named != null && isSame(origin.toLowerCase(Locale.ROOT), named);
    }

    private boolean isOurs(String name) {
        return LOCAL.contains(name)
                || (keys
                        && (name.equals(host)
                                || ADDRESS.matcher(name).matches()
                                || known.stream().anyMatch(url -> name.equals(url.getHost()))));
    }

    private boolean isSame(String origin, HostAndPort named) {
        try {
            URI from = URI.create(origin);
            if (from.getHost() == null) {
                return false;
            }
            boolean local = LOCAL.contains(from.getHost())
                    && LOCAL.contains(named.host().toLowerCase(Locale.ROOT))
                    && from.getPort() == named.port();
            return local || (keys && (isAuthority(from, named) || known.stream().anyMatch(url -> isOrigin(url, from))));
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    private static boolean isAuthority(URI from, HostAndPort named) {
        return from.getHost().equals(named.host().toLowerCase(Locale.ROOT)) && from.getPort() == named.port();
    }

    private static boolean isOrigin(URI url, URI from) {
        return from.getHost().equals(url.getHost())
                && from.getPort() == url.getPort()
                && url.getScheme().equals(from.getScheme());
    }

    /** A link on another page may lead to the console when keys are needed: it shows itself, and cannot be framed. */
    private boolean isCrossSite(HttpServerRequest request) {
        boolean followed = keys
                && request.method().name().equals("GET")
                && "/".equals(request.path())
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !followed;
    }
}
