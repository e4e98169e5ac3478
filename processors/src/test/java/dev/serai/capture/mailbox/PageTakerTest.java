package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.mailbox.server.Body;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.PointName;
import dev.serai.store.Received;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a fetched mail that cannot be handed to the store. */
class PageTakerTest {
    @TempDir
    private Path folder;

    @Test
    void spoolFileShouldBeGivenBackWhenNothingCanBeMadeOfTheMail() throws IOException {
        Path file = Files.write(folder.resolve("mail.eml"), ScriptedMail.text("one"));
        try (ScriptedImap server = ScriptedImap.start();
                CaptureHub hub = CaptureHubs.in(folder, TestMailbox.on(server.port(), folder))) {
            PageTaker taker = new PageTaker(
                    hub.store(), new BrokenClock(), definition(hub), new ByteBudget(1 << 20), new NoFates());

            assertThatIllegalStateException()
                    .isThrownBy(() -> taker.body(MailHead.unknown("7:1"), Body.of(file)))
                    .withMessage("no time");
        }
        assertThat(file).doesNotExist();
    }

    private static MailboxDefinition definition(CaptureHub hub) {
        return Objects.requireNonNull(
                hub.points().environment().generation().get().mailboxes().get(PointName.of("support")));
    }

    private static final class BrokenClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new IllegalStateException("no time");
        }
    }

    private static final class NoFates implements PageTaker.Fates {
        @Override
        public void stored(MailHead head, Received received) {}

        @Override
        public void gone(MailHead head) {}

        @Override
        public void refused(MailHead head, String reason) {}
    }
}
