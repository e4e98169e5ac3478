package dev.serai.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.check.Checker;
import dev.serai.check.StrategyTests;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.interaction.QueueName;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Playbook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategies that forward, redirect and wait, without anything written or sent. */
class ExpertTrialTest {
    private static final Home HOME = Home.of(Path.of(System.getProperty("serai.home")));
    private static final Settings SETTINGS = Settings.of(Map.of());
    private static final FileSet SHIPPED = Generation.load(HOME).files();
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final QueueName INBOUND = QueueName.of("inbound");

    private static final String ASK = """
            - route:
                id: strategy-inbound
                from:
                  uri: direct:strategy-inbound
                  steps:
                    - choice:
                        id: again
                        when:
                          - id: answered
                            expression: {simple: {expression: "${body.waited} == 'reply' && ${body.reply.subtype} == 'InboundCollaborationReply'"}}
                            steps:
                              - to: {id: said, uri: "kamelet:attach-action", parameters: {key: expert, value: "${body.reply.newText}"}}
                              - to: {id: to-billing, uri: "kamelet:place-action", parameters: {queue: billing}}
                          - id: late
                            expression: {simple: {expression: "${body.waits} > 0"}}
                            steps:
                              - to: {id: to-general, uri: "kamelet:place-action", parameters: {queue: general}}
                    - to:
                        id: ask
                        uri: kamelet:forward-action
                        parameters: {to: "Experts <${body.userData[expert]}>", expect: answer, text: "Please tell us what to answer."}
                    - to: {id: until-answered, uri: "kamelet:wait-action", parameters: {until: reply, for: 2h}}
            """;

    private static final String REDIRECT = """
            - route:
                id: strategy-inbound
                from:
                  uri: direct:strategy-inbound
                  steps:
                    - to: {id: away, uri: "kamelet:redirect-action", parameters: {to: "${body.userData[expert]}"}}
            """;

    @Test
    void aForwardedMailShouldLeaveAndTheInteractionWait() throws Exception {
        TrialReport report = run(ASK, mail(""), about("expert@partner.example"));

        assertThat(report.outcome()).isEqualTo("queued");
        assertThat(report.queue()).isEqualTo("inbound");
        assertThat(report.availableAt()).isEqualTo(NOW.plusSeconds(7200));
        assertThat(report.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.kind()).isEqualTo("invite");
            assertThat(reply.to()).isEqualTo("expert@partner.example");
            assertThat(reply.subject()).isEqualTo("Fwd: Hello");
        });
    }

    @ParameterizedTest
    @CsvSource({"time,general", "failure,general", "reply,billing"})
    void theNextRunShouldKnowWhyTheWaitIsOver(String waited, String queue) throws Exception {
        RawSource answer = waited.equals("reply")
                ? source("From: expert@partner.example\r\nSubject: Re: Fwd: Hello\r\n\r\nSay yes.\r\n")
                : null;
        Situation again = new Situation(INBOUND, null, Map.of(), waited, answer, Situation.Authorship.NONE, null);

        TrialReport report = run(ASK, mail(""), again);

        assertThat(report.queue()).isEqualTo(queue);
        assertThat(report.replies()).isEmpty();
        assertThat(String.valueOf(report.userData().get("expert")).strip())
                .isEqualTo(waited.equals("reply") ? "Say yes." : "null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "support@example.com | one of our own",
                "SUPPORT+c.x@example.com | one of our own",
                "jo@example.org | back to who wrote it"
            })
    void p62_aForwardToOurselvesOrBackShouldBeLeftOut(String to, String because) throws Exception {
        TrialReport report = run(ASK, mail(""), about(to));

        assertThat(report.replies()).isEmpty();
        assertThat(report.decisions())
                .anySatisfy(step -> assertThat(step.effect()).contains("no invite to", because));
    }

    @Test
    void p59_aMailThatHubsPassedOnThreeTimesShouldNotBePassedOn() throws Exception {
        TrialReport report = run(ASK, mail("X-Serai-Hops: 3\r\n"), about("expert@partner.example"));

        assertThat(report.replies()).isEmpty();
        assertThat(report.decisions())
                .anySatisfy(step -> assertThat(step.effect()).contains("passed on 3 times"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nonsense | 'nonsense' is not a mail address", "'' | gave nothing"})
    void nonsenseShouldBeAnErrorInWordsAndNeverBeSentTo(String to, String words) throws Exception {
        TrialReport report = run(REDIRECT, mail(""), about(to));

        assertThat(report.queue()).isEqualTo("unrouted");
        assertThat(report.replies()).isEmpty();
        assertThat(String.join(" ", report.warnings()))
                .contains("strategy-inbound.camel.yaml:6: step 'away': to: ", words);
    }

    @Test
    void aRedirectedMailShouldBeStopped() throws Exception {
        TrialReport report = run(REDIRECT, mail(""), about("jobs@partner.example"));

        assertThat(report.outcome()).isEqualTo("stopped");
        assertThat(report.reason()).isEqualTo("redirected");
        assertThat(report.queue()).isNull();
        assertThat(report.replies()).extracting(TrialReport.Reply::kind).containsExactly("redirect");
    }

    @Test
    void p59_aMailThatCameBackAfterWeRedirectedItTwiceShouldNotBeRedirected() throws Exception {
        String ours = "Resent-From: Support <support@example.com>\r\n";

        TrialReport report = run(REDIRECT, mail(ours + ours), about("jobs@partner.example"));

        assertThat(report.replies()).isEmpty();
        assertThat(String.join(" ", report.warnings())).contains("it came back after we had redirected it 2 times");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait-action, parameters: {} | needs 'for', or 'until' with reply or a time",
                "wait-action, parameters: {until: reply} | needs 'for', the longest time to wait for a reply",
                "wait-action, parameters: {for: 2h, until: \"2026-11-23T10:00:00Z\"} | has both 'for' and a time",
                "wait-action, parameters: {for: 2x} | '2x' is not a duration",
                "wait-action, parameters: {for: 400d} | expected 1s to 366d",
                "wait-action, parameters: {until: tomorrow} | neither reply nor a time such as",
                "wait-action, parameters: {for: 2h, queue: dispatch} | 'dispatch' is the hub's own",
                "wait-action, parameters: {for: 2h, queue: billling} | which is not declared in config/queues; did you mean 'billing'",
                "redirect-action, parameters: {to: nobody} | 'nobody' is not a mail address",
                "redirect-action, parameters: {to: \"a@b.example, Us <support@example.com>\"} | is one of our own addresses",
                "redirect-action, parameters: {to: \"${body.\"} | does not parse",
                "forward-action, parameters: {to: a@b.example} | no ending",
            })
    void checkShouldRefuseNonsense(String step, String reason) {
        String strategy = """
                - route:
                    id: strategy-inbound
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to: {id: step, uri: "kamelet:%s}
                """.formatted(step.replaceFirst(",", "\","));

        List<Problem> problems = new Checker(SETTINGS, StrategyTests.none()).check(generation(strategy));

        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.toString()).contains(reason));
    }

    private static Situation about(String expert) {
        return new Situation(INBOUND, null, Map.of("expert", expert), "", null, Situation.Authorship.NONE, null);
    }

    private static TrialReport run(String strategy, RawSource mail, Situation situation) throws Exception {
        Playbook playbook = Playbook.of(generation(strategy), SETTINGS);
        try (Trial trial = new Trial(playbook, ExpertTrialTest.class.getClassLoader())) {
            return trial.run("a.eml", mail, null, situation, NOW, playbook.outside());
        }
    }

    private static Generation generation(String strategy) {
        Map<String, String> files = new TreeMap<>();
        SHIPPED.paths().forEach(path -> files.put(path, SHIPPED.text(path).orElseThrow()));
        files.remove("routes/strategies/strategy-inbound.test.yaml");
        files.put("routes/strategies/strategy-inbound.camel.yaml", strategy);
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

    private static RawSource mail(String header) {
        return source("From: Jo <jo@example.org>\r\nTo: support@example.com\r\nSubject: Hello\r\n" + header
                + "\r\nWhat does it cost?\r\n");
    }

    private static RawSource source(String mail) {
        return RawSource.of(mail.getBytes(StandardCharsets.UTF_8));
    }
}
