package dev.serai.capture.mailbox.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.serai.oauth2.Xoauth2;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.util.MailLogger;

/**
 * AUTHENTICATE XOAUTH2 to the letter: a server that refuses says why in a challenge, which is answered by an empty line
 * and told in words. Angus would send the token again and forget what the server said.
 */
final class TokenImapProtocol extends ImapWire {
    private static final byte[] LINE_END = {'\r', '\n'};
    private boolean loggedIn;

    TokenImapProtocol(String name, String host, int port, Properties properties, boolean tls, MailLogger logger)
            throws IOException, ProtocolException {
        super(name, host, port, properties, tls, logger);
    }

    @Override
    public synchronized void authoauth2(String user, String token) throws ProtocolException {
        boolean traced = isTracing();
        suspendTracing();
        try {
            exchange(Xoauth2.response(user, token));
        } catch (IOException broken) {
            throw new ProtocolException("the connection ended during the login: " + broken.getMessage(), broken);
        } finally {
            if (traced) {
                resumeTracing();
            }
        }
        loggedIn = true;
    }

    private void exchange(String response) throws IOException, ProtocolException {
        boolean atOnce = hasCapability("SASL-IR");
        Argument arguments = new Argument();
        arguments.writeAtom(Xoauth2.MECHANISM);
        if (atOnce) {
            arguments.writeAtom(response);
        }
        String tag = writeCommand("AUTHENTICATE", arguments);
        boolean said = atOnce;
        String words = "";
        Response answer = readResponse();
        while (!answer.isBYE() && !(answer.isTagged() && answer.getTag().equals(tag))) {
            if (answer.isContinuation()) {
                words = said ? Xoauth2.words(answer.getRest()) : "";
                line(said ? "" : response);
                said = true;
            }
            answer = readResponse();
        }
        settle(answer, words);
    }

    private void settle(Response answer, String words) throws ProtocolException {
        if (answer.isNO() && !words.isEmpty()) {
            throw new CommandFailedException(answer.getRest() + " (" + words + ")");
        }
        handleLoginResult(answer);
        setCapabilities(answer);
    }

    private void line(String text) throws IOException {
        OutputStream out = getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.write(LINE_END);
        out.flush();
    }

    @Override
    public synchronized boolean isAuthenticated() {
        return loggedIn || super.isAuthenticated();
    }

    @Override
    public synchronized void disconnect() {
        loggedIn = false;
        super.disconnect();
    }
}
