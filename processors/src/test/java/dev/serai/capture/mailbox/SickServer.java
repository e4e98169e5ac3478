package dev.serai.capture.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** In front of an IMAP server: passes everything on until a client's command has a word in it; then it shows its sickness. */
final class SickServer implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final String word;
    private final @Nullable String answer;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean healthy;

    private SickServer(ServerSocket door, int behind, String word, @Nullable String answer) {
        this.door = door;
        this.behind = behind;
        this.word = word;
        this.answer = answer;
    }

    /** Takes no connection: the client's attempt hangs. */
    static SickServer hangingAtConnect() {
        try {
            SickServer server = new SickServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), 0, "", null);
            for (int i = 0; i < 4; i++) {
                Socket filler = new Socket();
                server.sockets.add(filler);
                server.inBackground(() -> filler.connect(server.door.getLocalSocketAddress()));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections and never says a word. */
    static SickServer silent() {
        return started(0, "", null);
    }

    /** Answers no command that has the word in it, nor any after it. */
    static SickServer hangingAt(String word, int behind) {
        return started(behind, word, null);
    }

    /** Answers commands that have the word in them like this, after their tag. */
    static SickServer answering(String word, String answer, int behind) {
        return started(behind, word, answer);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Lets everything pass from now on; those who hang are hung up on. */
    void heal() {
        healthy = true;
        sockets.forEach(SickServer::close);
    }

    private static SickServer started(int behind, String word, @Nullable String answer) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            SickServer server = new SickServer(door, behind, word, answer);
            server.inBackground(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            sockets.add(client);
            if (behind != 0) {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                sockets.add(server);
                inBackground(() -> server.getInputStream().transferTo(client.getOutputStream()));
                inBackground(() -> commands(client, server));
            }
        }
    }

    private void commands(Socket client, Socket server) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream on = server.getOutputStream();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (healthy || !line.contains(word)) {
                write(on, line);
            } else if (answer == null) {
                return;
            } else {
                write(client.getOutputStream(), line.split(" ")[0] + " " + answer);
            }
        }
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    /** Something that ends with its socket. */
    private interface Talk {
        void go() throws IOException;
    }

    private void inBackground(Talk talk) {
        Thread thread = new Thread(
                () -> {
                    try {
                        talk.go();
                    } catch (IOException hungUp) {
                        // The test is over, or healed it.
                    }
                },
                "sick-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(SickServer::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
