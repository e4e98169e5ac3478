package dev.serai.rest;

import dev.serai.files.HttpKeys;
import dev.serai.files.SettingRefused;
import dev.serai.files.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where the port may be opened: beyond the local host only where callers need keys, and keys are not readable on the way. */
final class Binding {
    private Binding() {}

    /**
     * The address to bind.
     *
     * @throws SettingRefused when the settings would let strangers in
     */
    static String host(Settings settings) {
        String host = settings.text(HttpKeys.HOST);
        if (isLocal(host)) {
            return host;
        }
        if (!Entrance.needsKeys(settings)) {
            throw new SettingRefused(
                    HttpKeys.HOST,
                    "serai.http.host is '" + host
                            + "'; expected 127.0.0.1, ::1 or localhost: any other address needs"
                            + " serai.http.authentication=keys (docs/guides/open-to-the-network.md)");
        }
        if (settings.text(HttpKeys.CERTIFICATE).isEmpty()
                && !settings.text(HttpKeys.TLS).equals("proxy")) {
            throw new SettingRefused(
                    HttpKeys.HOST,
                    "serai.http.host is '" + host
                            + "' and there is no TLS: keys could be read on the way; expected serai.http.certificate, or"
                            + " serai.http.tls=proxy where a proxy in front does it");
        }
        return host;
    }

    private static boolean isLocal(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
