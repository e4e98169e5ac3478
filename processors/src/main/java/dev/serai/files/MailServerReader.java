package dev.serai.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where a mail server is and who logs in; shared by mailboxes and accounts. */
final class MailServerReader {
    private static final Pattern HOST =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*|\\[?[0-9a-fA-F:.%\\w]*:[0-9a-fA-F:.%\\w]*]?");

    private final YamlReader keys;

    MailServerReader(YamlReader keys) {
        this.keys = keys;
    }

    MailServer read(MailProtocol protocol, boolean loginNeeded) {
        Security security = keys.choice("security", Security.class)
                .orElse(protocol == MailProtocol.SMTP ? Security.STARTTLS_REQUIRED : Security.TLS);
        Optional<String> username = keys.text("username");
        Optional<Secret> secret = keys.secret("secret");
        Optional<OAuth2> oauth2 = new OAuth2Reader(keys).read(security);
        MailServer server = new MailServer(
                protocol,
                security,
                host(),
                keys.number("port", 1, 65_535).orElse(protocol.port(security)),
                username,
                secret,
                oauth2,
                keys.duration("connectTimeout").orElse(Duration.ofSeconds(10)),
                keys.duration("readTimeout").orElse(Duration.ofMinutes(1)),
                keys.text("trustStore").map(Path::of));
        login(loginNeeded);
        return server;
    }

    /** A name, or an address as a URL or a resolver takes it. */
    private String host() {
        String host = keys.required("host");
        if (!host.isEmpty() && !HOST.matcher(host).matches()) {
            keys.error(
                    "host",
                    "'host' is '" + host
                            + "'; expected the name or the address of a mail server alone, like mail.example.com");
        }
        return host;
    }

    private void login(boolean needed) {
        boolean username = keys.has("username");
        boolean secret = keys.has("secret");
        if (username && !needed && keys.text("username").filter(String::isEmpty).isPresent()) {
            keys.error(
                    "username",
                    "'username' is empty; expected who logs in, or no such key for a server without a login");
        }
        if (needed && !username) {
            keys.required("username");
        }
        if ((needed || username) && !secret) {
            keys.error(
                    "username",
                    "'secret' is missing; give a reference to the password (with oauth2: to the client secret),"
                            + " env:NAME or file:/path");
        }
        if (secret && !username && !needed) {
            keys.error("secret", "'secret' is given without 'username'");
        }
    }
}
