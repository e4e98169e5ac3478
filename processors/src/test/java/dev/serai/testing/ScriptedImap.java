package dev.serai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A small IMAP server with mails in memory that answers as a test wants it, also wrongly. One folder, any login. */
public final class ScriptedImap implements AutoCloseable {
    private final ServerSocket door;
    private final SortedMap<Long, ScriptedMail> mails = new ConcurrentSkipListMap<>();
    private final Set<Long> deleted = ConcurrentHashMap.newKeySet();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private long next = 1;

    private ScriptedImap() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private record Rule(Pattern line, ScriptedAnswer answer) {}

    public static ScriptedImap start() {
        try {
            ScriptedImap server = new ScriptedImap();
            ScriptedImapTalk.daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** A mail in the folder, with the next UID. */
    public synchronized ScriptedMail add(byte[] mail) {
        ScriptedMail added = new ScriptedMail(mail);
        mails.put(next++, added);
        return added;
    }

    /**
     * Answers lines of clients in another way; the last rule that fits counts.
     *
     * @param line a regular expression on the line without its tag; {@code GREETING} for what comes first
     */
    public void when(String line, ScriptedAnswer answer) {
        rules.add(0, new Rule(Pattern.compile(line, Pattern.CASE_INSENSITIVE), answer));
    }

    /** Answers as a good server again. */
    public void behave() {
        rules.clear();
    }

    /** The lines that clients sent, without their tags. */
    public List<String> said() {
        return said;
    }

    /** How many lines of clients fit. */
    public long said(String line) {
        Pattern pattern = Pattern.compile(line, Pattern.CASE_INSENSITIVE);
        return said.stream().filter(text -> pattern.matcher(text).find()).count();
    }

    /** A mail of the folder. */
    public ScriptedMail mail(long uid) {
        return java.util.Objects.requireNonNull(mails.get(uid));
    }

    /** Removes a mail, as another client would. */
    public void expunge(long uid) {
        mails.remove(uid);
    }

    /** How many mails are left. */
    public int mails() {
        return mails.size();
    }

    /** Connections that are open. */
    public int open() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    SortedMap<Long, ScriptedMail> folder() {
        return mails;
    }

    Set<Long> deleted() {
        return deleted;
    }

    long next() {
        return next;
    }

    @org.jspecify.annotations.Nullable
    ScriptedAnswer answer(String line) {
        said.add(line);
        return rules.stream()
                .filter(rule -> rule.line().matcher(line).find())
                .map(Rule::answer)
                .findFirst()
                .orElse(null);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                sockets.add(socket);
                ScriptedImapTalk.daemon(() -> {
                    new ScriptedImapTalk(this, socket).run();
                    sockets.remove(socket);
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}
