package dev.serai.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DovecotTest {
    private static final String PASSWORD = "a b+%&#)}${:\"\\";
    private static final byte[] MAIL = "Subject: hello\r\n\r\nworld\r\n".getBytes(US_ASCII);

    private static Dovecot dovecot;

    @BeforeAll
    static void start() {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "imaps", "pop3", "pop3s"})
    void awkwardPasswordShouldLogIn(String protocol) throws MessagingException {
        dovecot.addUser("awkward", PASSWORD);

        try (Store store = connect(dovecot, protocol, "awkward", PASSWORD)) {
            assertThat(store.isConnected()).isTrue();
        }
    }

    @Test
    void wrongPasswordShouldBeRefused() {
        dovecot.addUser("locked", PASSWORD);

        assertThatThrownBy(() -> connect(dovecot, "imap", "locked", "other"))
                .isInstanceOf(jakarta.mail.AuthenticationFailedException.class);
    }

    @Test
    void startTlsShouldBeOfferedOnImap() throws MessagingException {
        dovecot.addUser("starttls", "x");

        try (Store store = connect(dovecot, "imap", "starttls", "x")) {
            assertThat(((org.eclipse.angus.mail.imap.IMAPStore) store).isSSL()).isTrue();
        }
    }

    @Test
    void certificateOfAnotherHostShouldFailTheHandshake() {
        try (Dovecot stranger = Dovecot.start(DovecotOptions.defaults().certificateFor("mail.example.com"))) {
            stranger.addUser("u", "x");

            assertThatThrownBy(() -> connect(stranger, "imaps", "u", "x")).hasMessageContaining("localhost");
        }
    }

    @Test
    void deliveredMailShouldArriveWithItsDate() throws MessagingException {
        dovecot.addUser("receiver", "x");
        Instant yesterday = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 86_400);
        dovecot.inbox("receiver").deliver(MAIL, yesterday);

        try (Store store = connect(dovecot, "imap", "receiver", "x");
                Folder inbox = open(store, "INBOX")) {
            assertThat(inbox.getMessage(1).getSubject()).isEqualTo("hello");
            assertThat(inbox.getMessage(1).getReceivedDate()).hasSameTimeAs(java.util.Date.from(yesterday));
        }
    }

    @Test
    void flagsShouldBeSeenOnDisk() throws MessagingException {
        dovecot.addUser("flags", "x");
        dovecot.deliver("flags", MAIL);

        try (Store store = connect(dovecot, "imap", "flags", "x");
                Folder inbox = open(store, "INBOX")) {
            inbox.getMessage(1).setFlag(Flags.Flag.SEEN, true);
        }

        assertThat(dovecot.inbox("flags").mails()).singleElement().matches(StoredMail::seen);
    }

    @Test
    void subfolderShouldBeVisible() throws MessagingException {
        dovecot.addUser("tree", "x");
        dovecot.folder("tree", "Archive/2026").deliver(MAIL);

        try (Store store = connect(dovecot, "imap", "tree", "x");
                Folder archive = open(store, "Archive/2026")) {
            assertThat(archive.getMessageCount()).isOne();
        }
    }

    @Test
    void renumberingShouldChangeUidValidity() throws MessagingException {
        dovecot.addUser("renumbered", "x");
        dovecot.deliver("renumbered", MAIL);
        long before = uidValidity("renumbered");

        dovecot.inbox("renumbered").renumber();

        assertThat(uidValidity("renumbered")).isNotEqualTo(before);
    }

    @Test
    void mailShouldSurviveAnOutage() throws MessagingException {
        try (Dovecot server = Dovecot.start()) {
            server.addUser("u", "x");
            server.deliver("u", MAIL);

            server.stop();
            assertThatThrownBy(() -> connect(server, "pop3", "u", "x")).isInstanceOf(MessagingException.class);
            server.restart();

            try (Store store = connect(server, "pop3", "u", "x");
                    Folder inbox = open(store, "INBOX")) {
                assertThat(inbox.getMessageCount()).isOne();
            }
        }
    }

    private static long uidValidity(String user) throws MessagingException {
        try (Store store = connect(dovecot, "imap", user, "x");
                Folder inbox = open(store, "INBOX")) {
            assertThat(inbox.getMessageCount()).isOne();
            return ((UIDFolder) inbox).getUIDValidity();
        }
    }

    private static Folder open(Store store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    private static Store connect(Dovecot server, String protocol, String user, String password)
            throws MessagingException {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "starttls.required", Boolean.toString(protocol.equals("imap")));
        properties.put(prefix + "starttls.enable", Boolean.toString(protocol.equals("imap")));
        properties.put(prefix + "ssl.socketFactory", server.certificate().trustingSockets());
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        Store store = Session.getInstance(properties).getStore(protocol);
        store.connect("localhost", port(server.ports(), protocol), user, password);
        return store;
    }

    private static int port(DovecotPorts ports, String protocol) {
        return switch (protocol) {
            case "imap" -> ports.imap();
            case "imaps" -> ports.imaps();
            case "pop3" -> ports.pop3();
            default -> ports.pop3s();
        };
    }
}
