package dev.serai.files;

import java.net.URI;
import java.util.Optional;

/**
 * Login by OAuth 2 ({@code XOAUTH2}); the client secret is the server's {@code secret}.
 *
 * @param provider whose token endpoint
 * @param clientId the registered application
 * @param tenant the directory, for Microsoft
 * @param refreshToken the refresh token's reference, for Google
 * @param tokenUrl the token endpoint, when it is not the provider's own
 * @param scope what the token is for, when not what the provider's mail servers want
 */
public record OAuth2(
        Provider provider,
        String clientId,
        Optional<String> tenant,
        Optional<Secret> refreshToken,
        Optional<URI> tokenUrl,
        Optional<String> scope) {
    /** Who gives the tokens. */
    public enum Provider {
        /** Microsoft 365, client credentials. */
        MICROSOFT,
        /** Google, refresh token. */
        GOOGLE
    }
}
