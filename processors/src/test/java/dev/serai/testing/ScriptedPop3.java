package dev.serai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A POP3 server that does what a test wants, also what no server should; one session at a time, any login is right. */
public final class ScriptedPop3 implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile @Nullable String status;
    private volatile boolean breaksAtQuit;
    private volatile boolean refuses;
    private volatile Trickle trickle = new Trickle("", 1, Duration.ZERO);

    /** A mail with the UIDL that the server tells; null = it tells none. */
    public record Mail(@Nullable String uidl, byte[] bytes) {}

    private ScriptedPop3() throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "scripted-pop3");
        thread.setDaemon(true);
        thread.start();
    }

    public static ScriptedPop3 start() {
        try {
            return new ScriptedPop3();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public ScriptedPop3 holds(@Nullable String uidl, byte[] mail) {
        mails.add(new Mail(uidl, mail));
        return this;
    }

    /** Holds so many small mails, alike but for their UIDLs. */
    public ScriptedPop3 holds(int count) {
        byte[] mail = "Subject: one of many\r\n\r\n".getBytes(ISO_8859_1);
        mails.addAll(IntStream.range(0, count)
                .mapToObj(number -> new Mail("uidl-" + number, mail))
                .toList());
        return this;
    }

    /** Answers STAT so, whatever is there. */
    public ScriptedPop3 claims(String stat) {
        status = stat;
        return this;
    }

    /** Closes the connection at QUIT instead of deleting, or does what it should again. */
    public ScriptedPop3 breaksAtQuit(boolean breaks) {
        breaksAtQuit = breaks;
        return this;
    }

    /** Refuses each login, and repeats its password. */
    public ScriptedPop3 refusesLogins() {
        refuses = true;
        return this;
    }

    /**
     * Sends text without end instead of its answer, some octets at a time.
     *
     * @param command in upper case, {@code GREETING} for what comes first; empty for none any more
     */
    public ScriptedPop3 tricklesAt(String command, int octets, Duration pause) {
        trickle = new Trickle(command, octets, pause);
        return this;
    }

    private record Trickle(String command, int octets, Duration pause) {}

    public List<Mail> mails() {
        return mails;
    }

    /** All commands so far, in upper case, without arguments. */
    public List<String> commands() {
        return commands;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                new Session(socket).run();
            } catch (IOException over) {
                continue;
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection: numbers stay what they were when it began. */
    private final class Session {
        private final BufferedReader in;
        private final OutputStream out;
        private final List<Mail> here = new ArrayList<>(mails);
        private final Set<Integer> deleted = new TreeSet<>();

        Session(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            out = socket.getOutputStream();
        }

        void run() throws IOException {
            endless("GREETING");
            say("+OK ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                String command = words[0].toUpperCase(Locale.ROOT);
                commands.add(command);
                endless(command);
                if (command.equals("QUIT")) {
                    quit();
                    return;
                }
                answer(command, words.length > 1 ? words[1] : "");
            }
        }

        private void answer(String command, String argument) throws IOException {
            switch (command) {
                case "CAPA" -> many(List.of("USER", "UIDL", "TOP"));
                case "PASS" -> say(refuses ? "-ERR what is PASS " + argument : "+OK");
                case "STAT" -> say("+OK " + (status == null ? here.size() + " 1000" : status));
                case "UIDL" -> uidl(argument);
                case "LIST" -> many(lines((number, mail) -> number + " " + mail.bytes().length));
                case "RETR" -> raw(new String(mail(argument).bytes(), ISO_8859_1));
                case "TOP" -> raw(new String(mail(argument).bytes(), ISO_8859_1).split("(?<=\r\n)\r\n", 2)[0] + "\r\n");
                case "DELE" -> {
                    deleted.add(Integer.parseInt(argument));
                    say("+OK");
                }
                default -> say("+OK");
            }
        }

        private void endless(String command) throws IOException {
            Trickle here = trickle;
            if (!here.command().equals(command)) {
                return;
            }
            String text = "x".repeat(here.octets());
            out.write("+OK ".getBytes(ISO_8859_1));
            if (!command.equals("GREETING")) {
                say("");
            }
            while (here.equals(trickle)) {
                out.write(text.getBytes(ISO_8859_1));
                LockSupport.parkNanos(here.pause().toNanos());
            }
            throw new IOException("the test goes on");
        }

        private void uidl(String argument) throws IOException {
            if (!argument.isEmpty()) {
                say("-ERR none");
                return;
            }
            many(lines((number, mail) -> mail.uidl() == null ? "" : number + " " + mail.uidl()));
        }

        private List<String> lines(Line line) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < here.size(); i++) {
                lines.add(line.of(i + 1, here.get(i)));
            }
            lines.removeIf(String::isEmpty);
            return lines;
        }

        private Mail mail(String number) {
            return here.get(Integer.parseInt(number) - 1);
        }

        private void quit() throws IOException {
            if (!breaksAtQuit) {
                deleted.forEach(number -> mails.remove(here.get(number - 1)));
                say("+OK bye");
            }
        }

        private void many(List<String> lines) throws IOException {
            raw(lines.isEmpty() ? "" : String.join("\r\n", lines) + "\r\n");
        }

        private void raw(String text) throws IOException {
            out.write(("+OK\r\n" + text + ".\r\n").getBytes(ISO_8859_1));
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(ISO_8859_1));
        }
    }

    private interface Line {
        String of(int number, Mail mail);
    }
}
