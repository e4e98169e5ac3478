package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/** IMAP commands by UID only (RFC 3501 section 6.4.8): sequence numbers shift when others work in the mailbox. */
final class ImapCommands {
    private final IMAPFolder folder;
    private final MailServer server;

    ImapCommands(IMAPFolder folder, MailServer server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * What the server said.
     *
     * @param ok whether it did all of it
     * @param text its last line when not
     */
    record Reply(List<Response> lines, boolean ok, String text) {
        List<FetchResponse> fetched() {
            List<FetchResponse> fetched = new ArrayList<>();
            for (Response line : lines) {
                if (line instanceof FetchResponse fetch) {
                    fetched.add(fetch);
                }
            }
            return fetched;
        }
    }

    Reply fetch(String uids, String items) throws ConnectionFailed {
        return run("UID FETCH " + uids + " (UID " + items + ")", null);
    }

    /** UIDs that match, ascending. */
    List<Long> search(String criteria) throws ConnectionFailed {
        Reply reply = require(run("UID SEARCH " + criteria, null));
        List<Long> uids = new ArrayList<>();
        for (Response line : reply.lines()) {
            if (line instanceof IMAPResponse imap && imap.keyEquals("SEARCH")) {
                for (long uid = imap.readLong(); uid != -1; uid = imap.readLong()) {
                    uids.add(uid);
                }
            }
        }
        uids.sort(null);
        return uids;
    }

    Reply store(String uids, String flags) throws ConnectionFailed {
        return require(run("UID STORE " + uids + " +FLAGS.SILENT (" + flags + ")", null));
    }

    /** MOVE or COPY into another folder, which is made when the server says that it is not there. */
    void into(String command, String uids, String target) throws ConnectionFailed {
        Reply reply = run("UID " + command + " " + uids, named(target));
        if (!reply.ok() && reply.text().contains("TRYCREATE")) {
            require(run("CREATE", named(target)));
            reply = run("UID " + command + " " + uids, named(target));
        }
        require(reply);
    }

    /** Removes exactly these (RFC 4315 section 2.1). */
    void expunge(String uids) throws ConnectionFailed {
        require(run("UID EXPUNGE " + uids, null));
    }

    boolean can(String capability) throws ConnectionFailed {
        try {
            return (Boolean) folder.doCommand(protocol -> protocol.hasCapability(capability));
        } catch (MessagingException failure) {
            throw Trouble.with(server, failure);
        }
    }

    void leave() {
        try {
            folder.close(false);
        } catch (MessagingException | RuntimeException gone) {
            // A folder that cannot be left is left: the connection is found broken at the next look.
        }
    }

    private Reply require(Reply reply) throws ConnectionFailed {
        if (!reply.ok()) {
            throw new ConnectionFailed(server.host() + ":" + server.port() + " refused a command: " + reply.text());
        }
        return reply;
    }

    private Reply run(String command, @Nullable Argument arguments) throws ConnectionFailed {
        Response[] lines;
        try {
            lines = (Response[]) folder.doCommand(protocol -> protocol.command(command, arguments));
        } catch (MessagingException failure) {
            throw Trouble.with(server, failure);
        }
        Response last = lines[lines.length - 1];
        if (last.isBYE()) {
            throw new ConnectionFailed(
                    server.host() + ":" + server.port() + " broke off: " + String.valueOf(last.getRest()));
        }
        return new Reply(List.of(lines), last.isOK(), String.valueOf(last.getRest()));
    }

    private static Argument named(String folder) {
        Argument argument = new Argument();
        argument.writeString(BASE64MailboxEncoder.encode(folder));
        return argument;
    }
}
