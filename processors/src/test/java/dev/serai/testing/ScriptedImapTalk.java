package dev.serai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One connection of a client to a {@link ScriptedImap}. */
public final class ScriptedImapTalk {
    private static final Pattern SET = Pattern.compile("(\\d+)(?::(\\d+|\\*))?");
    private final ScriptedImap server;
    private final Socket socket;
    private @Nullable OutputStream out;

    ScriptedImapTalk(ScriptedImap server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    /** Sends one line. */
    public void line(String line) throws IOException {
        bytes((line + "\r\n").getBytes(ISO_8859_1));
    }

    synchronized void bytes(byte[] bytes) throws IOException {
        OutputStream stream = Objects.requireNonNull(out);
        stream.write(bytes);
        stream.flush();
    }

    /** Ends the connection. */
    public void end() throws IOException {
        socket.close();
    }

    void run() {
        try (socket) {
            out = socket.getOutputStream();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            if (!intercepted("", "GREETING")) {
                line("* OK ready");
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(" ", 2);
                String command = parts.length == 2 ? parts[1] : parts[0];
                if (!intercepted(parts[0], command)) {
                    answer(parts[0], command);
                }
            }
        } catch (IOException ended) {
            // The client went, or was thrown out.
        }
    }

    private boolean intercepted(String tag, String line) throws IOException {
        ScriptedAnswer answer = server.answer(line);
        return answer != null && answer.to(tag, line, this);
    }

    void answer(String tag, String command) throws IOException {
        String upper = command.toUpperCase(java.util.Locale.ROOT);
        if (upper.equals("CAPABILITY")) {
            line("* CAPABILITY IMAP4rev1 UIDPLUS MOVE IDLE");
        } else if (upper.startsWith("SELECT") || upper.startsWith("EXAMINE")) {
            line("* " + server.folder().size() + " EXISTS");
            line("* OK [UIDVALIDITY 7] numbers");
            line("* OK [UIDNEXT " + server.next() + "] next");
        } else if (upper.equals("IDLE")) {
            line("+ idling");
            return;
        } else if (upper.equals("DONE")) {
            // The tag of IDLE is not kept: any tagged line ends it.
            line("X OK done");
            return;
        } else if (upper.startsWith("UID SEARCH")) {
            line("* SEARCH"
                    + found(upper.substring("UID SEARCH ".length())).stream()
                            .map(uid -> " " + uid)
                            .collect(Collectors.joining()));
        } else if (upper.startsWith("UID FETCH")) {
            new ScriptedFetch(this, upper).answer(named(upper.split(" ", 4)[2]));
        } else if (upper.startsWith("UID STORE") && upper.contains("\\DELETED")) {
            server.deleted().addAll(named(upper.split(" ", 4)[2]).keySet());
        } else if (upper.startsWith("UID EXPUNGE") || upper.startsWith("UID MOVE")) {
            named(upper.split(" ", 4)[2])
                    .keySet()
                    .forEach(uid -> server.folder().remove(uid));
        } else if (upper.equals("LOGOUT")) {
            line("* BYE bye");
            line(tag + " OK out");
            end();
            return;
        }
        line(tag + " OK done");
    }

    private List<Long> found(String criteria) {
        List<Long> found = new ArrayList<>(server.folder().keySet());
        if (criteria.startsWith("UID ")) {
            found.retainAll(named(criteria.substring(4)).keySet());
        }
        return found;
    }

    private Map<Long, ScriptedMail> named(String set) {
        Map<Long, ScriptedMail> named = new java.util.TreeMap<>();
        Matcher range = SET.matcher(set);
        while (range.find()) {
            long from = Long.parseLong(range.group(1));
            String end = range.group(2);
            long to = end == null ? from : end.equals("*") ? Long.MAX_VALUE - 1 : Long.parseLong(end);
            named.putAll(server.folder().subMap(from, to + 1));
        }
        return named;
    }

    static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-imap");
        thread.setDaemon(true);
        thread.start();
    }
}
