package dev.serai.dispatch;

import dev.serai.oauth2.Xoauth2;
import dev.serai.window.CrashWindow;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One open SMTP connection that records the moment before DATA durably and knows how far a mail has come. */
final class SmtpConnection extends SMTPTransport {
    private final Session mailSession;
    private final AnswerSocket socket;
    private final Duration finalDot;
    private final Conversation talk;
    private final NotedTls tls;
    private final BooleanSupplier loginIsOver;
    private @Nullable DispatchJob job;
    private boolean taken;

    /**
     * @param socket the connected socket below any TLS; its read timeout is raised while the final dot is waited for
     * @param finalDot how long that may take
     * @param talk how far the connection has come
     * @param tls what protects it
     * @param loginIsOver whether a connection should be opened anew, as the token that it logged in with comes to its end
     */
    SmtpConnection(
            Session session,
            URLName name,
            AnswerSocket socket,
            Duration finalDot,
            Conversation talk,
            NotedTls tls,
            BooleanSupplier loginIsOver) {
        super(session, name);
        this.mailSession = session;
        this.socket = socket;
        this.finalDot = finalDot;
        this.talk = talk;
        this.tls = tls;
        this.loginIsOver = loginIsOver;
    }

    /** Whether the next mail may go over it, as far as can be known without asking the server. */
    boolean isFresh() {
        return !loginIsOver.getAsBoolean();
    }

    /** What the server said of itself. */
    ServerTraits traits() {
        String auth = supportsExtension("AUTH") ? getExtensionParameter("AUTH") : null;
        return new ServerTraits(
                tls.version(),
                auth == null || auth.isBlank()
                        ? List.of()
                        : List.of(auth.strip().split("\\s+")),
                mostOctets());
    }

    /** Sends one mail; what became of it is a result, never an exception. */
    synchronized SendResult send(DispatchJob mail) {
        job = mail;
        taken = false;
        talk.next();
        OutgoingMessage message = null;
        try {
            long most = mostOctets();
            if (most > 0 && mail.octets() > most) {
                return tooLarge(mail, most);
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
            if (talk.step() != Fault.Step.DOT && SendResult.StoreAway.isCauseOf(fault)) {
                return new SendResult.StoreAway(talk.step(), Words.of(fault));
            }
            if (message != null && message.wasUnreadable()) {
                return new SendResult.Deferred(Fault.of(Fault.Step.HUB, Fault.Kind.UNREADABLE, Words.of(fault)));
            }
            return new SmtpFault(fault, talk).result(mail.recipients(), taken);
        } finally {
            job = null;
        }
    }

    private static SendResult tooLarge(DispatchJob mail, long most) {
        return new SendResult.Failed(Fault.of(
                Fault.Step.MAIL,
                Fault.Kind.TOO_LARGE,
                "the mail has " + mail.octets() + " octets, and the server takes " + most
                        + " at the most (SIZE, RFC 1870); it was not sent"));
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

    /** Angus resets before it tells of a refusal, and forgets that when the server hung up; who refuses is left here. */
    @Override
    public synchronized void issueCommand(String command, int expect) throws MessagingException {
        if (!command.equals("RSET")) {
            super.issueCommand(command, expect);
        }
    }

    /** Who does not know EHLO is asked by HELO; who goes away, or talks nonsense, is not. */
    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        boolean known = super.ehlo(domain);
        if (!known && talk.code() < 500) {
            throw new MessagingException(talk.words());
        }
        return known;
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        talk.said(command);
        socket.asked();
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = talk.answered(super.readServerResponse(), getLastServerResponse());
        if (talk.step() == Fault.Step.STARTTLS && code == 220) {
            talk.at(Fault.Step.TLS);
        }
        return code;
    }

    /** What the server says it takes at the most; 0 when it does not say. */
    private long mostOctets() {
        String most = supportsExtension("SIZE") ? getExtensionParameter("SIZE") : null;
        return most != null && most.strip().matches("\\d{1,18}") ? Long.parseLong(most.strip()) : 0;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        passTheMomentBeforeData();
        CrashWindow.DISPATCH_BEFORE_DATA.pass();
        OutputStream content = super.data();
        talk.at(Fault.Step.CONTENT);
        return content;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        int patience = patience((int) finalDot.toMillis());
        try {
            super.finishData();
        } finally {
            patience(patience);
        }
        taken = true;
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
