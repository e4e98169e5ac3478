package dev.serai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Between a client and a mail server on 127.0.0.1: reads the lines of both, and meddles. */
public final class MiddleMan implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> ofServer = line -> line;
    private volatile Pattern trigger = Pattern.compile("(?!)");
    private volatile String answer = "";
    private final AtomicInteger times = new AtomicInteger();
    private volatile boolean closing;

    private MiddleMan(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    /** One that passes all on, until told otherwise. */
    public static MiddleMan before(int server) {
        try {
            MiddleMan man = new MiddleMan(server);
            AtExit.close(man);
            daemon(man::accept);
            return man;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect. */
    public int port() {
        return door.getLocalPort();
    }

    /** Hides that the server offers TLS, as a stripping attacker does. */
    public MiddleMan strippingTls() {
        ofServer = line -> line.replace("STARTTLS", "XXXXXXXA").replace("STLS", "XXXA");
        return this;
    }

    /** Hides a word that the server says. */
    public MiddleMan hiding(String word) {
        ofServer = line -> line.replace(word, "XXXXXXXA");
        return this;
    }

    /** Answers client's lines that match itself, the server does not see them. */
    public MiddleMan answering(String regex, String line) {
        return meddling(regex, line, Integer.MAX_VALUE, false);
    }

    /** Says a line and ends the connection at client's lines that match, so many times. */
    public MiddleMan breaking(String regex, String line, int often) {
        return meddling(regex, line, often, true);
    }

    /** What clients said, line by line. */
    public List<String> said() {
        return List.copyOf(said);
    }

    private MiddleMan meddling(String regex, String line, int often, boolean ending) {
        trigger = Pattern.compile(regex);
        answer = line;
        closing = ending;
        times.set(often);
        return this;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket behind = new Socket(InetAddress.getByName("127.0.0.1"), server);
                open.add(client);
                open.add(behind);
                daemon(() -> pass(behind, client, line -> ofServer.apply(line)));
                daemon(() -> pass(client, behind, line -> meddled(line, client)));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** What the server gets: the line, or nothing of it. */
    private String meddled(String line, Socket client) {
        String text = line.strip();
        said.add(text);
        if (!trigger.matcher(text).find() || times.getAndDecrement() <= 0) {
            return line;
        }
        try {
            String tag = text.split(" ", 2)[0];
            client.getOutputStream().write((answer.replace("TAG", tag) + "\r\n").getBytes(ISO_8859_1));
            if (closing) {
                client.close();
            }
        } catch (IOException gone) {
            // The client left meanwhile.
        }
        return "";
    }

    private static void pass(Socket from, Socket to, UnaryOperator<String> change) {
        try (from;
                to) {
            InputStream in = new BufferedInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                out.write(change.apply(line).getBytes(ISO_8859_1));
            }
        } catch (IOException gone) {
            // One of them left.
        }
    }

    /** A line with its end; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != -1; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString(ISO_8859_1);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "middle-man");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        AtExit.forget(this);
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
