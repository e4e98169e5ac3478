package dev.serai.dispatch;

import dev.serai.oauth2.Xoauth2;
import dev.serai.window.CrashWindow;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One open SMTP connection that records the moment before DATA durably and knows how far a mail has come. */
final class SmtpConnection extends SMTPTransport {
    private final Session mailSession;
    private final Socket socket;
    private final Duration finalDot;
    private @Nullable DispatchJob job;
    private Phase phase = Phase.BEFORE_DATA;

    /** How far the mail at hand has come. */
    enum Phase {
        /** DATA was not said. */
        BEFORE_DATA,
        /** DATA was, or was about to be said, and no answer settles what became of it. */
        DATA_SAID,
        /** The server answered DATA or the final dot with no. */
        REFUSED,
        /** The server took it. */
        TAKEN
    }

    /**
     * @param socket the connected socket below any TLS; its read timeout is raised while the final dot is waited for
     * @param finalDot how long that may take
     */
    SmtpConnection(Session session, URLName name, Socket socket, Duration finalDot) {
        super(session, name);
        this.mailSession = session;
        this.socket = socket;
        this.finalDot = finalDot;
    }

    /** Sends one mail; what became of it is a result, never an exception. */
    synchronized SendResult send(DispatchJob mail) {
        job = mail;
        phase = Phase.BEFORE_DATA;
        OutgoingMessage message = null;
        try {
            long most = mostOctets();
            if (most > 0 && mail.octets() > most) {
                return new SendResult.Failed("the mail has " + mail.octets() + " octets, and the server takes " + most
                        + " at the most (SIZE, RFC 1870); it was not sent");
            }
            message = new OutgoingMessage(mailSession, mail, supportsExtension("SIZE"), supportsExtension("8BITMIME"));
            sendMessage(
                    message,
                    mail.recipients().stream()
                            .map(address -> Addresses.internet(new dev.serai.interaction.Party(null, address)))
                            .toArray(jakarta.mail.Address[]::new));
            return new SendResult.Sent(Words.of(getLastServerResponse()));
        } catch (GateClosed takenAway) {
            return new SendResult.TakenAway();
        } catch (MessagingException fault) {
            boolean dotNeverSaid = message == null || message.wasUnreadable();
            if ((phase == Phase.BEFORE_DATA || dotNeverSaid) && SendResult.StoreAway.isCauseOf(fault)) {
                return new SendResult.StoreAway(Words.of(fault));
            }
            return new SmtpFault(fault, phase, dotNeverSaid).result(mail.recipients());
        } finally {
            job = null;
        }
    }

    /**
     * A server that refuses a token says why in a challenge, and refuses when that is answered by an empty line; Angus
     * would only close.
     */
    @Override
    public synchronized int simpleCommand(String command) throws MessagingException {
        int code = super.simpleCommand(command);
        if (code != 334 || !command.startsWith("AUTH " + Xoauth2.MECHANISM)) {
            return code;
        }
        String words = Xoauth2.words(getLastServerResponse().substring(4));
        super.simpleCommand("");
        throw new AuthenticationFailedException(
                Words.of(getLastServerResponse()) + (words.isEmpty() ? "" : " (" + words + ")"));
    }

    /** What the server says it takes at the most; 0 when it does not say. */
    private long mostOctets() {
        String most = supportsExtension("SIZE") ? getExtensionParameter("SIZE") : null;
        return most != null && most.strip().matches("\\d{1,18}") ? Long.parseLong(most.strip()) : 0;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        passTheMomentBeforeData();
        phase = Phase.DATA_SAID;
        CrashWindow.DISPATCH_BEFORE_DATA.pass();
        try {
            return super.data();
        } catch (SMTPSendFailedException answer) {
            throw refused(answer);
        }
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        int patience = patience((int) finalDot.toMillis());
        try {
            super.finishData();
        } catch (SMTPSendFailedException answer) {
            throw refused(answer);
        } finally {
            patience(patience);
        }
        phase = Phase.TAKEN;
        CrashWindow.DISPATCH_AFTER_DATA.pass();
    }

    private void passTheMomentBeforeData() throws MessagingException {
        boolean ours;
        try {
            ours = job != null && job.recordMomentBeforeData();
        } catch (RuntimeException storeAway) {
            throw new MessagingException(
                    "the moment before DATA could not be recorded: " + storeAway.getMessage(), storeAway);
        }
        if (!ours) {
            throw new GateClosed();
        }
    }

    /** An answer with a code settles it; the end of the stream (code -1) does not. */
    private SMTPSendFailedException refused(SMTPSendFailedException answer) {
        if (answer.getReturnCode() > 0) {
            phase = Phase.REFUSED;
        }
        return answer;
    }

    private int patience(int millis) {
        try {
            int before = socket.getSoTimeout();
            socket.setSoTimeout(millis);
            return before;
        } catch (SocketException closed) {
            return millis;
        }
    }

    /** The work was taken away meanwhile. */
    private static final class GateClosed extends MessagingException {
        private static final long serialVersionUID = 1L;
    }
}
