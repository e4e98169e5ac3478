package dev.serai.capture.mailbox.server;

import dev.serai.files.MailProtocol;
import dev.serai.files.MailServer;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/** The sockets that Angus opens for one session, which can be cut before the login is over too. */
final class Sockets extends SocketFactory {
    private final boolean channels;
    private final TlsSockets tls;
    private final List<Socket> all = new CopyOnWriteArrayList<>();

    private Sockets(boolean channels, TlsSockets tls) {
        this.channels = channels;
        this.tls = tls;
    }

    /** Has the session open its sockets here; those with TLS from the first byte as {@link TlsSockets}. */
    static Sockets of(Session session, MailServer server) {
        String prefix = "mail." + AngusSettings.scheme(server);
        Properties settings = session.getProperties();
        Sockets sockets = new Sockets(server.protocol() == MailProtocol.IMAP, TlsSockets.in(settings, prefix));
        settings.put(prefix + ".socketFactory", sockets);
        return sockets;
    }

    /** Closes all from any thread, also from under one that reads: that one fails then. */
    void cut() {
        tls.close();
        for (Socket socket : all) {
            try {
                socket.close();
            } catch (IOException closed) {
                // What cannot be closed is closed.
            }
        }
        all.clear();
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = channels ? SocketChannel.open().socket() : new Socket();
        all.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("Angus connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }
}
