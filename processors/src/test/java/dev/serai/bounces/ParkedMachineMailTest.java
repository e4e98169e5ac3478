package dev.serai.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Playbook;
import dev.serai.trial.Trial;
import dev.serai.trial.TrialReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the shipped strategy does with the mail of machines. */
class ParkedMachineMailTest {
    private static Trial trial;

    @BeforeAll
    static void open() throws Exception {
        Path checkout = Path.of(System.getProperty("serai.home", ".."));
        Home home = new Home(checkout, checkout);
        trial = new Trial(
                Playbook.of(Generation.load(home), Settings.load(home)), ParkedMachineMailTest.class.getClassLoader());
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    @Test
    void p61_machineMailShouldBeParkedAndNeverAcknowledged() throws Exception {
        for (FormatSample sample : BounceFormatsTest.samples()
                .filter(one -> !one.kind().equals("message"))
                .toList()) {
            TrialReport report = run(sample);
            assertThat(report.queue()).as(sample.name()).isEqualTo("machine-mail");
            assertThat(report.replies()).as(sample.name()).isEmpty();
        }
    }

    @Test
    void p61_aBounceOfAnAcknowledgementShouldMakeNoAcknowledgement() throws Exception {
        FormatSample bounce = FormatSample.of("unix.txt").get(0);
        String mail = new String(bounce.mail(), StandardCharsets.UTF_8)
                .replace("Subject: Your question", "Subject: We have received your invoice INV-004711");
        TrialReport report = run(new FormatSample(
                bounce.name(), bounce.kind(), bounce.recipients(), "", mail.getBytes(StandardCharsets.UTF_8)));
        assertThat(report.queue()).isEqualTo("machine-mail");
        assertThat(report.replies()).isEmpty();
    }

    private static TrialReport run(FormatSample sample) throws Exception {
        return trial.run(
                sample.name() + ".eml", RawSource.of(sample.mail()), null, Instant.parse("2026-11-21T10:00:00Z"));
    }
}
