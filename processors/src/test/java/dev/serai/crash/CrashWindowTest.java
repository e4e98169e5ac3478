package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hub dies in each window, all of them: a value that is added to the enum is tried here too, and fails when the hub
 * does not pass it. Every other one dies on PostgreSQL, the rest on H2.
 */
class CrashWindowTest {
    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Dovecot dovecot;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startMailServer() {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stopMailServer() {
        dovecot.close();
    }

    /**
     * Those that have a test of their own: CaptureWindowTest, FollowWindowTest, PointWindowTest, WebformWindowTest,
     * EditWindowTest, UnsentWindowTest, FileWindowTest, SqlWindowTest and KafkaWindowTest.
     */
    private static final Set<CrashWindow> ELSEWHERE = EnumSet.of(
            CrashWindow.CAPTURE_COPIED,
            CrashWindow.CAPTURE_RENUMBERED,
            CrashWindow.EVENTS_SENT,
            CrashWindow.EVENTS_FOLLOWED,
            CrashWindow.GENERATION_STORED,
            CrashWindow.GENERATION_APPLIED,
            CrashWindow.OPERATIONS_COMMITTED,
            CrashWindow.WEBFORM_COMMITTED,
            CrashWindow.FILE_CLAIMED,
            CrashWindow.FILE_APPLIED,
            CrashWindow.FILE_RESERVED,
            CrashWindow.FILE_WRITTEN,
            CrashWindow.SQL_READ,
            CrashWindow.SQL_APPLIED,
            CrashWindow.SQL_MARKED,
            CrashWindow.KAFKA_TAKEN,
            CrashWindow.KAFKA_STORED,
            CrashWindow.KAFKA_ASIDE,
            CrashWindow.UNSENT_TOLD);

    static Set<CrashWindow> here() {
        return EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE));
    }

    @ParameterizedTest
    @MethodSource("here")
    void booksShouldBalanceWhenTheHubDiedInTheWindow(CrashWindow window) throws Exception {
        try (Site site = new Site(folder, dovecot)) {
            if (window.ordinal() % 2 == 0) {
                site.instance().on(Postgres.shared().createDatabase());
            }
            site.deliver(12, 3);
            site.order(3);
            Client client = Client.of(window, site);

            try (HubProcess dying =
                    HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + window + ":" + pass(window))) {
                client.before(dying);
                assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
            }
            try (Hub hub = site.instance().start()) {
                site.awaitRest(hub.store());
                client.after(hub);
                site.awaitRest(hub.store());
                site.balance(hub.store());
                assertThat(new Books(hub.store()).uncertain()).hasSizeBetween(least(window), MAILS_AT_ONCE);
            }
            site.brokerIsEmpty();
        }
    }

    /** As many as were between DATA and its record when the hub died. */
    private static final int MAILS_AT_ONCE = 4;

    private static int least(CrashWindow window) {
        return switch (window) {
            case DISPATCH_BEFORE_DATA, DISPATCH_AFTER_DATA -> 1;
            default -> 0;
        };
    }

    /** In the middle of the work, where there is a middle. */
    private static int pass(CrashWindow window) {
        return switch (window) {
            case GROUP_APPLIED, GROUP_COMMITTED -> 6;
            case CAPTURE_FETCHED, INTAKE_READ, STRATEGY_DECIDED, QUEUE_HANDED -> 4;
            case EVENT_NUMBERED,
                    DISPATCH_BEFORE_DATA,
                    DISPATCH_AFTER_DATA,
                    DISPATCH_SETTLING,
                    JMS_TAKEN,
                    JMS_STORED,
                    JMS_COPIED -> 2;
            default -> 1;
        };
    }
}
