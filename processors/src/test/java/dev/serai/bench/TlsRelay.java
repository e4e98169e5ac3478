package dev.serai.bench;

import dev.serai.testing.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TLS in front of a server that has none, in a process of its own: each connection is passed on as it comes. */
public final class TlsRelay {
    private TlsRelay() {}

    /**
     * Prints its port and its trust store, then relays until it is ended.
     *
     * @param arguments the port of the server behind
     */
    public static void main(String[] arguments) throws IOException {
        Certificate certificate = Certificate.forHost("localhost");
        try (ServerSocket listener = certificate
                .serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println("relay " + listener.getLocalPort() + " " + certificate.trustStore());
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
                server.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                pump(client, server);
                pump(server, client);
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        Thread pump = new Thread(() -> {
            byte[] buffer = new byte[1 << 14];
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                }
            } catch (IOException ended) {
                // either side hung up, and both are closed
                return;
            }
        });
        pump.setDaemon(true);
        pump.start();
    }
}
