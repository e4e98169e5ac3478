package dev.serai.dispatch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the protected sockets of one connection, and knows the last: after STARTTLS nobody else tells which version was agreed on. */
final class NotedTls extends SSLSocketFactory {
    private final SSLSocketFactory sockets;
    private @Nullable SSLSocket last;

    NotedTls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Such as `TLSv1.3`; null where nothing was protected. */
    @Nullable
    String version() {
        return last == null ? null : last.getSession().getProtocol();
    }

    private Socket noted(Socket made) {
        last = made instanceof SSLSocket tls ? tls : null;
        return made;
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
    public Socket createSocket() throws IOException {
        return noted(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return noted(sockets.createSocket(plain, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return noted(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return noted(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return noted(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return noted(sockets.createSocket(host, port, local, localPort));
    }
}
