package dev.serai.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is by address: whose connection it is, or where that is a proxy of ours, whom the nearest of them all names
 * in X-Forwarded-For. What a client wrote there itself stands further left and is never reached.
 */
final class ClientAddress {
    /** Looked up nowhere: only addresses are read. */
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

    /** Some proxies name the port too (RFC 7239, section 6, writes it so). */
    private static final Pattern WITH_PORT = Pattern.compile("^([\\d.]+|\\[[^]]*]):\\d{1,5}$");

    private final List<Network> proxies;

    private ClientAddress(List<Network> proxies) {
        this.proxies = proxies;
    }

    /**
     * Of proxies.
     *
     * @param proxies addresses or networks (10.0.0.0/8), separated by commas
     * @throws IllegalArgumentException when one is none
     */
    static ClientAddress behind(String proxies) {
        return new ClientAddress(Arrays.stream(proxies.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::of)
                .toList());
    }

    /** An IPv4 address, or the network of an IPv6 one: who has one there has all of it. */
    String of(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        String host = peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
        List<String> hops = new ArrayList<>();
        request.headers().getAll("X-Forwarded-For").forEach(line -> hops.addAll(Arrays.asList(line.split(","))));
        Collections.reverse(hops);
        InetAddress client = address(host);
        for (String hop : hops) {
            InetAddress before = client;
            InetAddress next = address(WITH_PORT.matcher(hop.strip()).replaceFirst("$1"));
            if (before == null || next == null || proxies.stream().noneMatch(proxy -> proxy.has(before))) {
                break;
            }
            client = next;
        }
        return client == null ? host : network(client);
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8))
                : address.getHostAddress();
    }

    private static @Nullable InetAddress address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException none) {
            return null;
        }
    }

    /** Addresses that begin alike. */
    private record Network(InetAddress address, int bits) {
        static Network of(String text) {
            String[] halves = text.split("/", 2);
            InetAddress address = ClientAddress.address(halves[0]);
            int most = address == null ? 0 : address.getAddress().length * 8;
            String bits = halves.length == 2 ? halves[1] : "" + most;
            if (address == null || !bits.matches("\\d{1,3}") || Integer.parseInt(bits) > most) {
                throw new IllegalArgumentException("serai.http.proxies has '" + text
                        + "'; expected addresses or networks of proxies, such as 10.0.0.5 or 10.0.0.0/8");
            }
            return new Network(address, Integer.parseInt(bits));
        }

        boolean has(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((mine[bit / 8] ^ theirs[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
