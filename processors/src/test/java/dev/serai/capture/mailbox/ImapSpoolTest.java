package dev.serai.capture.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail.Spoil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stays in the spool of large mails that never come. */
class ImapSpoolTest {
    private static final byte[] LARGE =
            ("Subject: large\r\n\r\n" + ("x".repeat(76) + "\r\n").repeat(32_000)).getBytes(US_ASCII);
    private ScriptedImap server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = ScriptedImap.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BREAK", "BYE", "HANG", "NIL", "GARBAGE"})
    void p20_largeMailThatNeverComesShouldLeaveNothingInTheSpool(Spoil how) throws IOException {
        server.add(LARGE).spoil(how);
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> server.said("BODY.PEEK\\[(HEADER|TEXT)?\\]<") >= 2);
            await().until(() -> hub.status("support").lastError() != null);
        }
        assertThat(spooled()).isEmpty();
    }

    private List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("spool-node-a"))) {
            return files.toList();
        }
    }

    private TestMailbox mailbox() {
        return TestMailbox.on(server.port(), folder).with("readTimeout", "500ms");
    }
}
