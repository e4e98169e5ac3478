package dev.serai.capture.mailbox.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** Sockets with TLS that can be closed when the handshake hangs or fails, where Angus would leave a channel open. */
final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory sockets;
    private final List<Socket> below = new CopyOnWriteArrayList<>();

    private TlsSockets(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Put between what the settings of one connection name, or the JVM's own, and Angus. */
    static TlsSockets in(Properties settings, String prefix) {
        String key = prefix + ".ssl.socketFactory";
        Object named = settings.get(key);
        TlsSockets between = new TlsSockets(
                named instanceof SSLSocketFactory own ? own : (SSLSocketFactory) SSLSocketFactory.getDefault());
        settings.put(key, between);
        return between;
    }

    /** Closes all that were made, from any thread. */
    void close() {
        for (Socket socket : below) {
            try {
                socket.close();
            } catch (IOException closed) {
                // What cannot be closed is closed.
            }
        }
        below.clear();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        below.add(socket);
        return sockets.createSocket(socket, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return sockets.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return sockets.createSocket(host, port, local, localPort);
    }
}
