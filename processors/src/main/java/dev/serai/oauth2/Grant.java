package dev.serai.oauth2;

import dev.serai.files.MailServer;
import dev.serai.files.OAuth2;
import dev.serai.files.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By what right tokens are asked for, and where; mailboxes and accounts with equal ones share a token.
 *
 * @param secret the client secret's reference
 * @param trustStore counts only at an endpoint of one's own: who vouches for a mail server does not vouch for Microsoft
 */
record Grant(OAuth2 oauth2, Secret secret, Optional<Path> trustStore) {
    private static final String EXCHANGE = "https://outlook.office365.com/.default";

    /** The grant of a server that is logged in to by OAuth 2. */
    static Grant of(MailServer server) {
        OAuth2 oauth2 = server.oauth2().orElseThrow();
        Optional<Path> trust = oauth2.tokenUrl().flatMap(own -> server.trustStore());
        return new Grant(oauth2, server.secret().orElseThrow(), trust);
    }

    URI endpoint() {
        return oauth2.tokenUrl()
                .orElseGet(() -> URI.create(
                        switch (oauth2.provider()) {
                            case MICROSOFT ->
                                "https://login.microsoftonline.com/"
                                        + oauth2.tenant().orElseThrow() + "/oauth2/v2.0/token";
                            case GOOGLE -> "https://oauth2.googleapis.com/token";
                        }));
    }

    /**
     * The fields of a request, secrets resolved now (RFC 6749 sections 4.4.2 and 6).
     *
     * @throws dev.serai.files.SecretMissing when a reference leads nowhere
     */
    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", oauth2.clientId());
        form.put("client_secret", secret.resolve());
        switch (oauth2.provider()) {
            case MICROSOFT -> {
                form.put("grant_type", "client_credentials");
                form.put("scope", oauth2.scope().orElse(EXCHANGE));
            }
            case GOOGLE -> {
                form.put("grant_type", "refresh_token");
                form.put("refresh_token", oauth2.refreshToken().orElseThrow().resolve());
                oauth2.scope().ifPresent(scope -> form.put("scope", scope));
            }
        }
        return form;
    }
}
