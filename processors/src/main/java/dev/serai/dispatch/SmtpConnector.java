package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.MailServer;
import dev.serai.files.Security;
import dev.serai.oauth2.Login;
import dev.serai.oauth2.Tokens;
import dev.serai.oauth2.Xoauth2;
import dev.serai.tls.TrustStore;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to the server of an account: host name checked, timeouts on connecting, reading and writing, login
 * only where the account has a user. Everything comes from the account; nothing of a mail has influence here.
 */
final class SmtpConnector implements AutoCloseable {
    private final Path home;
    private final Tokens tokens;
    private final Duration finalDot;
    private final Dial dial = new Dial(InetAddress::getAllByName);
    private final ScheduledExecutorService writeTimeouts = DaemonThreads.scheduled(1, "serai-smtp-write-timeout");

    /**
     * @param home what a relative `trustStore` is relative to
     * @param tokens shared with all who log in by OAuth 2
     * @param finalDot how long the answer to the final dot may take; ten minutes by RFC 5321 section 4.5.3.2.6
     */
    SmtpConnector(Path home, Tokens tokens, Duration finalDot) {
        this.home = home;
        this.tokens = tokens;
        this.finalDot = finalDot;
    }

    /** @throws CannotConnect with the fault: unreachable, TLS, login, a missing secret, no token */
    SmtpConnection connect(AccountDefinition account) throws CannotConnect {
        MailServer server = account.server();
        Conversation talk = new Conversation();
        Login login = tokens.login(server);
        try {
            return login.by(secret -> connected(server, secret, login, talk));
        } catch (Exception failure) {
            throw new CannotConnect(Faults.ofConnecting(talk, failure, server.host() + ":" + server.port()), failure);
        }
    }

    private SmtpConnection connected(MailServer server, @Nullable String secret, Login login, Conversation talk)
            throws IOException, GeneralSecurityException, MessagingException {
        talk.at(Fault.Step.CONNECT);
        NotedTls tls = new NotedTls(tls(server));
        Socket plain = dial.connect(server.host(), server.port(), server.connectTimeout());
        Socket socket = plain;
        try {
            plain.setSoTimeout((int) server.readTimeout().toMillis());
            plain.setTcpNoDelay(true);
            AnswerSocket answers = new AnswerSocket(plain, server.readTimeout(), writeTimeouts);
            socket = answers;
            if (server.security() == Security.TLS) {
                talk.at(Fault.Step.TLS);
                socket = wrapped(server, socket, tls);
            }
            Session session = Session.getInstance(properties(server, tls), login(server, secret));
            SmtpConnection connection = new SmtpConnection(
                    session,
                    new URLName("smtp", server.host(), -1, null, null, null),
                    answers,
                    finalDot,
                    talk,
                    tls,
                    login::isOver);
            talk.at(Fault.Step.GREETING);
            connection.connect(socket);
            requireLogin(server, connection);
            return connection;
        } catch (IOException | MessagingException | RuntimeException failure) {
            close(socket);
            throw failure;
        }
    }

    /** Angus goes on without a login where the server offers none. */
    private static void requireLogin(MailServer server, SmtpConnection connection) throws IOException {
        if (server.username().isPresent() && !connection.supportsExtension("AUTH")) {
            throw new Faults.NoLogin("the server offers no login (AUTH), and the account has a username");
        }
    }

    private static Socket wrapped(MailServer server, Socket socket, SSLSocketFactory tls) throws IOException {
        SSLSocket wrapped = (SSLSocket) tls.createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = wrapped.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        wrapped.setSSLParameters(parameters);
        wrapped.startHandshake();
        return wrapped;
    }

    private SSLSocketFactory tls(MailServer server) throws GeneralSecurityException, IOException {
        return server.trustStore().isPresent()
                ? TrustStore.sockets(home.resolve(server.trustStore().get()))
                : (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static Properties properties(MailServer server, SSLSocketFactory tls) {
        Properties all = new Properties();
        all.put("mail.smtp.host", server.host());
        all.put("mail.smtp.auth", String.valueOf(server.username().isPresent()));
        all.put("mail.smtp.auth.mechanisms", server.oauth2().isPresent() ? Xoauth2.MECHANISM : "PLAIN LOGIN");
        all.put("mail.smtp.starttls.enable", String.valueOf(startTls(server.security())));
        all.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS_REQUIRED));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.socketFactory", tls);
        all.put("mail.smtp.quitwait", "false");
        server.username().ifPresent(user -> all.put("mail.smtp.user", user));
        return all;
    }

    private static boolean startTls(Security security) {
        return security == Security.STARTTLS || security == Security.STARTTLS_REQUIRED;
    }

    private static @Nullable Authenticator login(MailServer server, @Nullable String secret) {
        if (server.username().isEmpty()) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.username().get(), secret == null ? "" : secret);
            }
        };
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
            return;
        }
    }

    @Override
    public void close() {
        writeTimeouts.shutdownNow();
    }

    /** There is no connection; the message says why. */
    static final class CannotConnect extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        CannotConnect(Fault fault, Throwable cause) {
            super(fault.words(), cause);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
