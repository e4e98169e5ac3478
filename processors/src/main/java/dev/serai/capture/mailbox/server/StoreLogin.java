package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import dev.serai.oauth2.Login;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Store;
import org.jspecify.annotations.Nullable;

/** Connects to a mail server and logs in. */
final class StoreLogin {
    /** What Angus calls a refused login on POP3 though the server refused nothing. */
    private static final Pattern NOT_REFUSED =
            Pattern.compile("STLS |EOF on socket|timed out|No authentication mechanisms");

    private static final String FIRST_COMMAND = "STAT command failed: ";

    private final MailServer server;
    private final Login login;

    StoreLogin(MailServer server, Login login) {
        this.server = server;
        this.login = login;
    }

    /** @throws AuthenticationFailedException when the server refused the login; then nothing stays open */
    ImapStore imap(Session session) throws MessagingException {
        return login.by(secret -> connected(imapStore(session), secret));
    }

    /**
     * The open inbox of a POP3 server. Angus takes a refusal with a challenge for a login; only the first command shows
     * that it was none, so opening belongs to the login.
     *
     * @param mode of {@link jakarta.mail.Folder}
     * @param size asked before anything is listed
     * @throws AuthenticationFailedException when the server refused the login; then nothing stays open
     */
    POP3Folder inbox(Session session, int mode, SizeCheck size) throws MessagingException {
        return login.by(secret -> {
            Store store = connected(session.getStore(AngusSettings.scheme(server)), secret);
            try {
                size.accept(Pop3Stat.mails((POP3Store) store));
                POP3Folder inbox = (POP3Folder) store.getFolder("INBOX");
                inbox.open(mode);
                return inbox;
            } catch (MessagingException failure) {
                Pop3Session.quit(store);
                throw asLogin(failure);
            }
        });
    }

    /** Refuses a mailbox for the number of its mails. */
    @FunctionalInterface
    interface SizeCheck {
        void accept(int mails) throws MessagingException;
    }

    private <S extends Store> S connected(S store, @Nullable String secret) throws MessagingException {
        try {
            store.connect(server.host(), server.port(), server.username().orElse(null), secret);
            return store;
        } catch (AuthenticationFailedException failure) {
            throw told(failure);
        }
    }

    private ImapStore imapStore(Session session) {
        String scheme = AngusSettings.scheme(server);
        return server.oauth2().isPresent() ? new TokenImapStore(session, scheme) : new ImapStore(session, scheme);
    }

    private MessagingException asLogin(MessagingException failure) {
        String said = failure.getCause() == null
                ? ""
                : String.valueOf(failure.getCause().getMessage());
        return server.oauth2().isPresent() && said.startsWith(FIRST_COMMAND)
                ? new AuthenticationFailedException(said.substring(FIRST_COMMAND.length()), failure)
                : failure;
    }

    private static MessagingException told(AuthenticationFailedException failure) {
        String said = String.valueOf(failure.getMessage());
        if (said.contains("this.resp")) {
            return new MessagingException("the connection ended during the login");
        }
        return NOT_REFUSED.matcher(said).find() ? new MessagingException(said) : failure;
    }
}
