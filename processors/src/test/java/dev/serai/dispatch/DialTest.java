package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server whose name has several addresses. */
class DialTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void nextAddressShouldBeTriedWhenNobodyListensAtTheFirst() throws Exception {
        try (ScriptedSmtp smtp = ScriptedSmtp.start();
                Socket socket = dial("127.0.0.2", "127.0.0.1").connect("mail.example.com", smtp.port(), PATIENCE)) {
            assertThat(socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(socket.getInetAddress().getHostName()).isEqualTo("mail.example.com");
        }
    }

    @Test
    void lastAddressShouldSayWhyThereIsNoConnection() {
        try (ScriptedSmtp smtp = ScriptedSmtp.start()) {
            assertThatThrownBy(() -> dial("127.0.0.2", "127.0.0.3").connect("mail.example.com", smtp.port(), PATIENCE))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private static Dial dial(String... addresses) {
        InetAddress[] all = new InetAddress[addresses.length];
        return new Dial(host -> {
            for (int i = 0; i < all.length; i++) {
                all[i] = InetAddress.getByName(addresses[i]);
            }
            return all;
        });
    }
}
