package dev.serai.files;

import java.util.Optional;

/**
 * Login by OAuth 2 ({@code XOAUTH2}); the client secret is the server's {@code secret}.
 *
 * @param provider whose token endpoint
 * @param clientId the registered application
 * @param tenant the directory, for Microsoft
 * @param refreshToken the refresh token's reference, for Google
 */
public record OAuth2(Provider provider, String clientId, Optional<String> tenant, Optional<Secret> refreshToken) {
    /** Who gives the tokens. */
    public enum Provider {
        /** Microsoft 365, client credentials. */
        MICROSOFT,
        /** Google, refresh token. */
        GOOGLE
    }
}
