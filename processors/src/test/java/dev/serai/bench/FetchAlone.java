package dev.serai.bench;

import dev.serai.testing.Dovecot;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/** The same mailbox read with the same commands over the same TLS, and nothing done with it: what the mail server gives. */
final class FetchAlone {
    private static final int AT_ONCE = 100;

    private FetchAlone() {}

    static Duration of(Dovecot server, String user, String password, int mails) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.trust", "*");
        properties.put("mail.imaps.ssl.checkserveridentity", "false");
        try (Store store = Session.getInstance(properties).getStore("imaps")) {
            store.connect("127.0.0.1", server.ports().imaps(), user, password);
            IMAPFolder folder = (IMAPFolder) store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            long begin = System.nanoTime();
            int fetched = 0;
            for (int from = 1; from <= mails; from += AT_ONCE) {
                fetched += fetch(folder, from + ":" + Math.min(mails, from + AT_ONCE - 1));
            }
            if (fetched != mails) {
                throw new AssertionError(fetched + " mails fetched of " + mails);
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    private static int fetch(IMAPFolder folder, String numbers) throws Exception {
        Response[] lines = (Response[])
                folder.doCommand(protocol -> protocol.command("FETCH " + numbers + " (UID BODY.PEEK[])", null));
        int bodies = 0;
        for (Response line : lines) {
            if (line instanceof FetchResponse fetch && fetch.getItem(BODY.class) != null) {
                bodies++;
            }
        }
        return bodies;
    }
}
