package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * IMAP commands by UID only (RFC 3501 section 6.4.8): sequence numbers shift when others work in the mailbox. Answers are
 * handed over line by line as they come, so that nothing of a batch is held that was dealt with.
 */
final class ImapCommands {
    private final ImapWire wire;
    private final MailServer server;
    private final ScheduledExecutorService timer;
    private final ImapNews news = new ImapNews();
    private boolean broken;
    private long used = System.nanoTime();

    ImapCommands(ImapWire wire, MailServer server, ScheduledExecutorService timer) {
        this.wire = wire;
        this.server = server;
        this.timer = timer;
    }

    /**
     * How a command ended.
     *
     * @param ok whether the server did all of it
     * @param text its last line
     * @param garbage lines that nobody can read
     */
    record Reply(boolean ok, String text, int garbage) {
        /** Why something that was asked for did not come. */
        String reason() {
            if (!ok) {
                return "the server refused the fetch: " + text;
            }
            return garbage > 0 ? "the server sent what cannot be read" : "the server sent no content";
        }
    }

    /** Hands over each FETCH line; those about other things than what was asked too. */
    Reply fetch(String uids, String items, Consumer<FetchResponse> lines) throws ConnectionFailed {
        return told(run("UID FETCH " + uids + " (UID " + items + ")", null, line -> {
            if (line instanceof FetchResponse fetch) {
                lines.accept(fetch);
            }
        }));
    }

    /** UIDs that match, ascending. */
    List<Long> search(String criteria) throws ConnectionFailed {
        List<Long> uids = new ArrayList<>();
        require(run("UID SEARCH " + criteria, null, line -> {
            if (line instanceof IMAPResponse imap && imap.keyEquals("SEARCH")) {
                for (long uid = imap.readLong(); uid != -1; uid = imap.readLong()) {
                    uids.add(uid);
                }
            }
        }));
        uids.sort(null);
        return uids;
    }

    /** Adds flags; the server may refuse. */
    Reply store(String uids, String flags) throws ConnectionFailed {
        return told(run("UID STORE " + uids + " +FLAGS.SILENT (" + flags + ")"));
    }

    /** MOVE or COPY into another folder, which is made when the server says that it is not there; it may refuse each. */
    Reply into(String command, String uids, String target) throws ConnectionFailed {
        Reply reply = run("UID " + command + " " + uids, named(target), line -> {});
        if (!reply.ok() && reply.text().contains("TRYCREATE")) {
            Reply made = told(run("CREATE", named(target), line -> {}));
            if (!made.ok()) {
                return made;
            }
            reply = run("UID " + command + " " + uids, named(target), line -> {});
        }
        return told(reply);
    }

    /** Removes exactly these (RFC 4315 section 2.1); the server may refuse. */
    Reply expunge(String uids) throws ConnectionFailed {
        return told(run("UID EXPUNGE " + uids));
    }

    /** Whether there is a folder of that name. */
    boolean has(String folder) throws ConnectionFailed {
        Argument arguments = new Argument();
        arguments.writeString("");
        arguments.append(named(folder));
        List<Response> found = new ArrayList<>();
        require(run("LIST", arguments, line -> {
            if (line instanceof IMAPResponse imap && imap.keyEquals("LIST")) {
                found.add(line);
            }
        }));
        return !found.isEmpty();
    }

    /** What the user may do with a folder (RFC 4314 section 3.5), a letter each; empty when the server does not say. */
    Optional<String> rights(String folder) throws ConnectionFailed {
        if (!can("ACL")) {
            return Optional.empty();
        }
        List<String> rights = new ArrayList<>();
        run("MYRIGHTS", named(folder), line -> {
            if (line instanceof IMAPResponse imap && imap.keyEquals("MYRIGHTS")) {
                String text = imap.toString().strip();
                rights.add(text.substring(text.lastIndexOf(' ') + 1));
            }
        });
        return rights.stream().findFirst();
    }

    /** Lets the server tell what is new. */
    void noop() throws ConnectionFailed {
        require(run("NOOP"));
    }

    /** SELECT or EXAMINE with its parameters (RFC 4466 section 2.1). */
    Reply select(String command, String folder, String parameters, Consumer<Response> lines) throws ConnectionFailed {
        Argument arguments = named(folder);
        if (!parameters.isEmpty()) {
            arguments.writeAtom(parameters);
        }
        return run(command, arguments, lines);
    }

    /** Whether the server will send what is new; it is asked then until {@link #done}. */
    boolean idle() throws ConnectionFailed {
        return guarded(() -> {
            String tag = wire.writeCommand("IDLE", null);
            while (true) {
                Response line = wire.readResponse();
                news.read(line);
                if (line.isContinuation()) {
                    return true;
                }
                if (line.isBYE()) {
                    throw new IOException("the server broke off: " + line.getRest());
                }
                if (line.isTagged() && tag.equals(line.getTag())) {
                    return false;
                }
            }
        });
    }

    /** Whether something came that nobody has read, or mails that no list has. */
    boolean hasNews() {
        return wire.hasResponse() || news.isUnlisted();
    }

    /** What is listed next has all mails that the server told of until now. */
    void listing() {
        news.listing();
    }

    /** Ends IDLE. */
    void done() throws ConnectionFailed {
        guarded(() -> {
            wire.idleAbort();
            while (true) {
                Response line = wire.readResponse();
                if (line.isBYE()) {
                    throw new IOException("the server broke off: " + line.getRest());
                }
                if (line.isTagged()) {
                    return true;
                }
            }
        });
    }

    /** Says that IDLE ends and waits for no answer. */
    void doneAtOnce() {
        wire.idleAbort();
    }

    boolean can(String capability) {
        return wire.hasCapability(capability);
    }

    /** How long nothing was said. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - used);
    }

    /** Whether the connection is of no use any more, not even for a LOGOUT. */
    boolean isBroken() {
        return broken;
    }

    private Reply run(String command) throws ConnectionFailed {
        return run(command, null, line -> {});
    }

    private Reply run(String command, @Nullable Argument arguments, Consumer<Response> lines) throws ConnectionFailed {
        return guarded(() -> replies(wire.writeCommand(command, arguments), lines));
    }

    private Reply replies(String tag, Consumer<Response> lines) throws IOException {
        int garbage = 0;
        while (true) {
            Response line;
            try {
                line = wire.readResponse();
            } catch (ProtocolException unreadable) {
                garbage++;
                continue;
            }
            if (line.isBYE()) {
                throw new IOException("the server broke off: " + line.getRest());
            }
            if (line.isTagged() && tag.equals(line.getTag())) {
                return new Reply(line.isOK(), String.valueOf(line.getRest()), garbage);
            }
            news.read(line);
            lines.accept(line);
        }
    }

    private interface Talk<T> {
        T talk() throws IOException, ProtocolException;
    }

    /** Whatever fails here leaves the connection in the middle of something: it is of no use then. */
    private <T> T guarded(Talk<T> talk) throws ConnectionFailed {
        long limit = server.readTimeout().toMillis() * Patience.TIMEOUTS;
        ScheduledFuture<?> guard = timer.schedule(wire::cut, limit, TimeUnit.MILLISECONDS);
        boolean whole = false;
        try {
            T told = talk.talk();
            whole = true;
            return told;
        } catch (IOException | ProtocolException failure) {
            throw guard.getDelay(TimeUnit.MILLISECONDS) <= 0
                    ? Trouble.endless(server, limit)
                    : Trouble.with(server, failure);
        } catch (OutOfMemoryError monstrous) {
            throw Trouble.with(
                    server, new IOException("the server announced more octets at once than there is memory"));
        } finally {
            guard.cancel(false);
            broken |= !whole;
            used = System.nanoTime();
        }
    }

    /** A refusal that is not about the mails concerns the whole session. */
    private Reply told(Reply reply) throws ConnectionFailed {
        if (!reply.ok()) {
            ConnectionFailed refused = Trouble.refused(server, reply.text());
            if (!refused.mayBeAMails()) {
                throw refused;
            }
        }
        return reply;
    }

    void require(Reply reply) throws ConnectionFailed {
        if (!reply.ok()) {
            throw Trouble.refused(server, reply.text());
        }
    }

    private Argument named(String folder) {
        Argument argument = new Argument();
        if (wire.supportsUtf8()) {
            argument.writeString(folder, StandardCharsets.UTF_8);
        } else {
            argument.writeString(BASE64MailboxEncoder.encode(folder));
        }
        return argument;
    }
}
