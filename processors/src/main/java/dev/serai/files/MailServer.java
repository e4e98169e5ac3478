package dev.serai.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A mail server with a login.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param username empty = no login
 * @param secret the password's, or with OAuth 2 the client secret's reference
 * @param connectTimeout default 10 s
 * @param readTimeout default 60 s
 * @param trustStore certificates to trust besides the JVM's: a PKCS#12 or JKS store, or PEM
 */
public record MailServer(
        MailProtocol protocol,
        Security security,
        String host,
        int port,
        Optional<String> username,
        Optional<Secret> secret,
        Optional<OAuth2> oauth2,
        Duration connectTimeout,
        Duration readTimeout,
        Optional<Path> trustStore) {}
