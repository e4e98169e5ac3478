package dev.serai.files;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how a login by OAuth 2 gets its tokens. */
final class OAuth2Reader {
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
    private static final String CLIENT_ID = "oauth2ClientId";
    private static final String TENANT_KEY = "oauth2Tenant";
    private static final String REFRESH_TOKEN = "oauth2RefreshToken";
    private static final String TOKEN_URL = "oauth2TokenUrl";
    private static final String SCOPE = "oauth2Scope";

    private final YamlReader keys;

    OAuth2Reader(YamlReader keys) {
        this.keys = keys;
    }

    /** @param security of the mail server's connection, which the token must travel under */
    Optional<OAuth2> read(Security security) {
        Optional<OAuth2.Provider> provider = provider();
        Optional<String> clientId = keys.text(CLIENT_ID);
        Optional<String> tenant = keys.parsed(TENANT_KEY, OAuth2Reader::tenant);
        Optional<Secret> refreshToken = keys.secret(REFRESH_TOKEN);
        Optional<URI> tokenUrl = keys.parsed(TOKEN_URL, OAuth2Reader::tokenUrl);
        Optional<String> scope = keys.text(SCOPE);
        if (provider.isEmpty()) {
            if (keys.text("oauth2").orElse("none").equals("none")) {
                List.of(CLIENT_ID, TENANT_KEY, REFRESH_TOKEN, TOKEN_URL, SCOPE)
                        .forEach(key -> useless(key, "without oauth2: microsoft or google"));
            }
            return Optional.empty();
        }
        String name = Choices.text(provider.get());
        required(CLIENT_ID, name);
        required("username", name);
        if (provider.get() == OAuth2.Provider.MICROSOFT) {
            required(TENANT_KEY, name);
            useless(REFRESH_TOKEN, "with oauth2: microsoft, which gives tokens for the client secret");
        } else {
            required(REFRESH_TOKEN, name);
            useless(TENANT_KEY, "with oauth2: google, which has none");
        }
        underTls(security);
        return Optional.of(new OAuth2(provider.get(), clientId.orElse(""), tenant, refreshToken, tokenUrl, scope));
    }

    private Optional<OAuth2.Provider> provider() {
        return keys.text("oauth2").orElse("none").equals("none")
                ? Optional.empty()
                : keys.choice("oauth2", OAuth2.Provider.class);
    }

    private void required(String key, String provider) {
        if (!keys.has(key)) {
            keys.error("oauth2", "'" + key + "' is missing; oauth2: " + provider + " needs it");
        }
    }

    private void useless(String key, String why) {
        if (keys.has(key)) {
            keys.error(key, "'" + key + "' has no effect " + why);
        }
    }

    /** RFC 6750 section 5.3: a token never travels in the clear, where anybody could use it again. */
    private void underTls(Security security) {
        boolean always = security == Security.TLS || security == Security.STARTTLS_REQUIRED;
        if (!always && !isLoopback(keys.text("host").orElse(""))) {
            keys.error(
                    "security",
                    "'security': '" + Choices.text(security) + "' may send the access token in the clear;"
                            + " with oauth2 expected tls or starttls-required");
        }
    }

    /** A name or number of a directory; {@code common} and its like stand for no directory, and an app has one. */
    private static String tenant(String text) {
        if (!TENANT.matcher(text).matches()
                || List.of("common", "organizations", "consumers").contains(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no directory; expected its id or its domain, such as example.onmicrosoft.com");
        }
        return text;
    }

    private static URI tokenUrl(String text) {
        URI url = URI.create(text);
        boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
        boolean safe = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && isLoopback(String.valueOf(url.getHost())));
        if (url.getHost() == null || !plain || !safe) {
            throw new IllegalArgumentException("expected the https address of a token endpoint without user, query or"
                    + " fragment; http only on this machine");
        }
        return url;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}|\\[?::1]?");
    }
}
