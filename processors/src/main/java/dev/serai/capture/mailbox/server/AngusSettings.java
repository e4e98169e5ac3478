package dev.serai.capture.mailbox.server;

import dev.serai.files.Home;
import dev.serai.files.MailProtocol;
import dev.serai.files.MailServer;
import dev.serai.files.OAuth2;
import dev.serai.files.Security;
import dev.serai.oauth2.Xoauth2;
import dev.serai.tls.TrustStore;
import jakarta.mail.Session;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;

/** What Angus Mail is told for one server; its debug output stays off, for it could show what must not be seen. */
final class AngusSettings {
    private final Home home;
    private final ScheduledExecutorService writeTimeouts;

    /** @param writeTimeouts one timer for all connections; Angus would start a thread for each */
    AngusSettings(Home home, ScheduledExecutorService writeTimeouts) {
        this.home = home;
        this.writeTimeouts = writeTimeouts;
    }

    Session session(MailServer server) throws ConnectionFailed {
        try {
            Session session = Session.getInstance(properties(server));
            session.setDebug(false);
            return session;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new ConnectionFailed("trustStore cannot be used: " + Trouble.words(unusable), unusable);
        }
    }

    /** The scheme by which Angus knows protocol and protection. */
    static String scheme(MailServer server) {
        String plain = server.protocol() == MailProtocol.POP3 ? "pop3" : "imap";
        return server.security() == Security.TLS ? plain + "s" : plain;
    }

    private Properties properties(MailServer server) throws GeneralSecurityException, IOException {
        String prefix = "mail." + scheme(server) + ".";
        Properties all = new Properties();
        String patience = Long.toString(server.readTimeout().toMillis());
        all.put(
                prefix + "connectiontimeout",
                Long.toString(server.connectTimeout().toMillis()));
        all.put(prefix + "timeout", patience);
        all.put(prefix + "writetimeout", patience);
        all.put(prefix + "executor.writetimeout", writeTimeouts);
        // PLAIN carries passwords as UTF-8 (RFC 4616 section 2); POP3 PASS does not.
        all.put(prefix + "auth.mechanisms", server.oauth2().isPresent() ? Xoauth2.MECHANISM : "PLAIN LOGIN");
        // Exchange takes a token on a line of its own only; a POP3 line with a token would be too long (RFC 5034
        // section 4).
        boolean twoLines = server.oauth2().map(OAuth2::provider).orElse(null) == OAuth2.Provider.MICROSOFT;
        all.put(prefix + "auth.xoauth2.two.line.authentication.format", Boolean.toString(twoLines));
        // A channel can be watched by the one thread that all mailboxes in IDLE share.
        all.put(prefix + "usesocketchannels", Boolean.toString(server.protocol() == MailProtocol.IMAP));
        all.put(prefix + "ssl.checkserveridentity", "true");
        all.put(prefix + "socketFactory.fallback", "false");
        boolean startTls = server.security() == Security.STARTTLS || server.security() == Security.STARTTLS_REQUIRED;
        all.put(prefix + "starttls.enable", Boolean.toString(startTls));
        all.put(prefix + "starttls.required", Boolean.toString(server.security() == Security.STARTTLS_REQUIRED));
        if (server.trustStore().isPresent()) {
            String file = server.trustStore().get().toString();
            all.put(prefix + "ssl.socketFactory", TrustStore.sockets(home.resolve(file)));
        }
        return all;
    }
}
