package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What a person reads of a dry run. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TryReportTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    @TempDir
    private Path home;

    @Test
    void aBounceShouldNameWhoWasNotReachedAndTheReturnedMail() throws Exception {
        assertThat(tried("""
                From: MAILER-DAEMON@mx.example.net
                To: support@example.com
                Subject: Undelivered Mail Returned to Sender

                <jo@example.org>: host mx.example.org said: 550 5.1.1 no such user

                --- Below this line is a copy of the message.

                From: support@example.com
                Message-ID: <ours@example.com>
                """))
                .contains("Recipient    jo@example.org failed 5.1.1: ", "About        the mail <ours@example.com>");
    }

    @Test
    void anAnswerShouldShowItsNewTextAndThatNoThreadIsKnown() throws Exception {
        assertThat(tried("""
                From: Jo <jo@example.org>
                To: support@example.com
                Subject: Re: Lamps
                In-Reply-To: <ours@example.com>

                Still \u001b[31mdark
                here.

                On Friday Eva wrote:
                > Is there light?
                """)).contains("New text     Still  [31mdark here.\n", "it answers <ours@example.com>");
    }

    private String tried(String mail) throws Exception {
        Path file = Files.writeString(home.resolve("mail.eml"), mail);
        System.setProperty(Serai.CHECKOUT, CHECKOUT.toString());
        StringWriter out = new StringWriter();
        Serai.commandLine(Map.of("SERAI_HOME", home.toString()))
                .setOut(new PrintWriter(out))
                .execute("try", file.toString());
        return out.toString();
    }
}
