package dev.serai.dispatch;

import dev.serai.testing.Certificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;

/**
 * An SMTP server that answers as it is told: a step is `CONNECT`, a command's verb, a whole command such as
 * `RCPT TO:<bob@example.org>`, or `DOT`; an answer is a line, perhaps with `THEN_CLOSE` behind it, `CLOSE`,
 * `STALL`, `ENDLESS`, or `WAIT`, which ends when the server heals; at `DOT` also `LOST`: taken, and closed without a word.
 */
final class ScriptedSmtp implements AutoCloseable {
    static final String CLOSE = "CLOSE";
    static final String STALL = "STALL";
    static final String WAIT = "WAIT";
    static final String LOST = "LOST";
    static final String ENDLESS = "ENDLESS";
    static final String THEN_CLOSE = "\0";

    private final ServerSocket server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final Map<String, String> once = new ConcurrentHashMap<>();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final ThreadLocal<List<String>> envelope = ThreadLocal.withInitial(ArrayList::new);
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger mostTransactions = new AtomicInteger();
    private volatile Certificate certificate;
    private volatile Predicate<String> goodToken = token -> false;
    private volatile Runnable tired = () -> {};

    private ScriptedSmtp() throws IOException {
        server = new ServerSocket();
        server.setReceiveBufferSize(1 << 14);
        server.bind(new InetSocketAddress("127.0.0.1", 0), 50);
    }

    static ScriptedSmtp start() {
        try {
            ScriptedSmtp smtp = new ScriptedSmtp();
            daemon(smtp::accept);
            return smtp;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    ScriptedSmtp on(String step, String answer) {
        answers.put(step, answer);
        return this;
    }

    /** As {@link #on} until it is mended. */
    ScriptedSmtp breaking(String step, String answer) {
        faults.put(step, answer);
        return this;
    }

    /** As {@link #breaking} as soon as it has taken so many mails. */
    ScriptedSmtp breakingAfter(int count, String step, String answer) {
        tired = () -> {
            if (mails.size() >= count) {
                breaking(step, answer);
            }
        };
        return this;
    }

    /** As {@link #on} for the next time. */
    ScriptedSmtp once(String step, String answer) {
        once.put(step, answer);
        return this;
    }

    /** It answers as it did before it broke. */
    synchronized void mend() {
        tired = () -> {};
        faults.clear();
        once.clear();
        notifyAll();
    }

    /** The recipients of all that it took, each as often as it has it. */
    List<String> delivered() {
        return List.copyOf(delivered);
    }

    /** It offers STARTTLS with this certificate. */
    ScriptedSmtp encrypting(Certificate its) {
        certificate = its;
        return on("EHLO", "250-scripted\r\n250 STARTTLS");
    }

    /** It wants a login by a token that is good; whose is not gets the reasons, and is refused after an empty line. */
    ScriptedSmtp loggingIn(Predicate<String> good) {
        goodToken = good;
        return on("EHLO", "250-scripted\r\n250 AUTH LOGIN PLAIN XOAUTH2");
    }

    /** From now on it takes everything. */
    synchronized void heal() {
        answers.clear();
        notifyAll();
    }

    /** Every connection ends; it goes on listening. */
    void hangUp() {
        try {
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    /** What it took, dots unstuffed, lines ended by LF. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    long connections() {
        return commands.stream().filter(command -> command.startsWith("EHLO")).count();
    }

    /** How often somebody connected. */
    int accepted() {
        return accepted.get();
    }

    /** How many mails it was told of at the same time, at the most, since it was last asked. */
    int mostAtOnce() {
        return mostTransactions.getAndSet(0);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            talk(socket, true);
        } catch (IOException gone) {
            // The client left.
        }
    }

    private void talk(Socket socket, boolean greet) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.ISO_8859_1);
        boolean talking = !greet || say(out, "CONNECT", "220 scripted");
        while (talking) {
            String line = in.readLine();
            if (certificate != null && "STARTTLS".equals(line)) {
                commands.add(line);
                String answer = told(line, "220 go");
                boolean open = print(out, answer);
                if (!answer.startsWith("220")) {
                    talking = open;
                    continue;
                }
                talk(encrypted(socket), false);
                return;
            }
            talking = line != null && answer(line, in, out);
        }
    }

    private Socket encrypted(Socket socket) throws IOException {
        SSLSocket encrypted =
                (SSLSocket) certificate.serverContext().getSocketFactory().createSocket(socket, null, port(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private boolean answer(String line, BufferedReader in, PrintStream out) throws IOException {
        commands.add(line);
        count(line);
        String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        if (verb.equals("QUIT")) {
            return say(out, line, "221 bye") && false;
        }
        if (line.startsWith("AUTH XOAUTH2 ")) {
            return login(line.substring("AUTH XOAUTH2 ".length()), in, out);
        }
        if (verb.equals("DATA")) {
            String go = told(verb, "354 go");
            return print(out, go) && (!go.startsWith("354") || take(in, out));
        }
        String answer = told(knows(line) ? line : verb, verb.equals("EHLO") ? "250-scripted\r\n250 HELP" : "250 ok");
        address(line, answer);
        return print(out, answer);
    }

    private boolean knows(String step) {
        return answers.containsKey(step) || faults.containsKey(step);
    }

    private void address(String line, String answer) {
        if (line.startsWith("MAIL")) {
            envelope.get().clear();
        } else if (line.startsWith("RCPT") && answer.startsWith("2")) {
            envelope.get().add(line.replaceAll(".*<(.*)>.*", "$1"));
        }
    }

    private void count(String line) {
        if (line.startsWith("MAIL")) {
            mostTransactions.accumulateAndGet(transactions.incrementAndGet(), Math::max);
        }
    }

    private boolean login(String response, BufferedReader in, PrintStream out) throws IOException {
        String said = new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
        String token = said.replaceFirst("(?s)^user=me\001auth=Bearer (.*)\001\001$", "$1");
        if (goodToken.test(token)) {
            return say(out, "AUTH", "235 2.7.0 Accepted");
        }
        say(out, "CHALLENGE", "334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiQmVhcmVyIn0=");
        boolean empty = "".equals(in.readLine());
        return say(out, "REFUSAL", empty ? "535 5.7.8 Username and Token not accepted" : "501 expected an empty line");
    }

    private boolean take(BufferedReader in, PrintStream out) throws IOException {
        if (knows("CONTENT")) {
            return say(out, "CONTENT", "");
        }
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                transactions.decrementAndGet();
                String answer = told("DOT", "250 taken");
                if (answer.startsWith("2") || answer.equals(LOST)) {
                    mails.add(mail.toString());
                    tired.run();
                    delivered.addAll(envelope.get());
                }
                return print(out, answer);
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return false;
    }

    private synchronized void waitWhileTold(String step) {
        try {
            while (WAIT.equals(answers.get(step)) || WAIT.equals(faults.get(step))) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean say(PrintStream out, String step, String usual) {
        return print(out, told(step, usual));
    }

    private String told(String step, String usual) {
        waitWhileTold(step);
        String now = once.remove(step);
        return now == null ? faults.getOrDefault(step, answers.getOrDefault(step, usual)) : now;
    }

    private static boolean print(PrintStream out, String answer) {
        if (answer.equals(CLOSE) || answer.equals(LOST)) {
            return false;
        }
        if (answer.equals(ENDLESS)) {
            out.print("250-" + "x".repeat(1 << 20));
        } else if (!answer.equals(STALL)) {
            out.print(answer.replace(THEN_CLOSE, "") + "\r\n");
        }
        out.flush();
        return !answer.endsWith(THEN_CLOSE);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }
}
