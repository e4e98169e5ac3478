package dev.serai.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.check.Checker;
import dev.serai.check.StrategyTests;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.interaction.QueueName;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Playbook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategies that tell somebody of a mail. */
class NotifyTrialTest {
    private static final Settings SETTINGS = Settings.of(Map.of());
    private static final FileSet SHIPPED =
            Generation.load(Home.of(Path.of(System.getProperty("serai.home")))).files();
    private static final String MAIL = "From: Jo <jo@example.org>\r\nTo: support@example.com\r\n"
            + "Subject: =?utf-8?Q?Help=0D=0ABcc:_victim@example.net?=\r\n\r\nIt burns.\r\n";

    @Test
    void aNotificationShouldLeaveAndTheMailGoOn() throws Exception {
        TrialReport report = run("to: nights@partner.example, subject: \"Urgent: ${body.subject}\", text: Look at it");

        assertThat(report.queue()).isEqualTo("general");
        assertThat(report.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.kind()).isEqualTo("notification");
            assertThat(reply.to()).isEqualTo("nights@partner.example");
            assertThat(reply.subject())
                    .startsWith("Urgent: Help")
                    .doesNotContain("\r")
                    .doesNotContain("\n");
        });
    }

    @Test
    void p62_nobodyOfOursShouldBeNotified() throws Exception {
        TrialReport report = run("to: \"${body.to[0].address}\", subject: Hi, text: Look at it");

        assertThat(report.replies()).isEmpty();
        assertThat(report.decisions())
                .anySatisfy(step -> assertThat(step.effect()).contains("no notification to", "one of our own"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: a@b.example, subject: Hi | has no 'text'",
                "to: a@b.example, text: Hi | has no 'subject'",
                "to: a@b.example, response: nowhere | there is no standard response 'nowhere'",
                "to: nobody, subject: Hi, text: Hi | is not a mail address",
                "to: support@example.com, subject: Hi, text: Hi | one of our own addresses",
            })
    void checkShouldRefuseNonsense(String parameters, String reason) {
        assertThat(new Checker(SETTINGS, StrategyTests.none()).check(generation(parameters)))
                .anySatisfy(problem -> assertThat(problem.toString()).contains(reason));
    }

    private static TrialReport run(String parameters) throws Exception {
        Playbook playbook = Playbook.of(generation(parameters), SETTINGS);
        Situation situation =
                new Situation(QueueName.of("inbound"), null, Map.of(), "", null, Situation.Authorship.NONE, null);
        try (Trial trial = new Trial(playbook, NotifyTrialTest.class.getClassLoader())) {
            return trial.run(
                    "a.eml",
                    RawSource.of(MAIL.getBytes(StandardCharsets.UTF_8)),
                    null,
                    situation,
                    Instant.parse("2026-11-23T10:00:00Z"),
                    playbook.outside());
        }
    }

    private static Generation generation(String parameters) {
        Map<String, String> files = new TreeMap<>();
        SHIPPED.paths().forEach(path -> files.put(path, SHIPPED.text(path).orElseThrow()));
        files.remove("routes/strategies/strategy-inbound.test.yaml");
        files.put("routes/strategies/strategy-inbound.camel.yaml", """
                - route:
                    id: strategy-inbound
                    description: A test.
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to: {id: tell, uri: "kamelet:notify-action", parameters: {%s}}
                        - to: {id: go-on, uri: "kamelet:place-action", parameters: {queue: general}}
                """.formatted(parameters));
        files.put("routes/dispatch/dispatch-smtp-default.camel.yaml", """
                - route:
                    id: dispatch-smtp-default
                    description: The way out.
                    from:
                      uri: direct:dispatch-smtp-default
                      steps:
                        - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: localhost, from: support@example.com}}
                """);
        return Generation.of(FileSet.ofTexts(files));
    }
}
