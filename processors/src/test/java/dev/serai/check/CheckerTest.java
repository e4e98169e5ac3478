package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every bad edit gets one line with file, line and a reason that names the thing and what was expected. */
class CheckerTest {
    private static final Generation SHIPPED = Generation.load(Home.of(Path.of(System.getProperty("serai.home"))));
    private static final Checker CHECKER = new Checker(Settings.of(Map.of()), StrategyTests.none());
    private static final String STRATEGY = "routes/strategies/strategy-x.camel.yaml";
    private static final String MAILBOX = "routes/capture/capture-mail-support.camel.yaml";

    @Test
    void theShippedFilesShouldHaveNoProblem() {
        assertThat(check(Map.of())).isEmpty();
    }

    // ---- transformers

    @Test
    void aTransformerThatCannotBeMadeShouldBeNamedAtItsLine() {
        assertThat(check(Map.of("config/transformers.yaml", """
                inbound:
                  - name: known
                    type: tnef
                    config: {maxSize: 1000000}
                  - name: too-large
                    type: tnef
                    config: {maxSize: 2000000000}
                  - name: unknown
                    type: tneff
                """)))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(
                                        "config/transformers.yaml:7: transformer 'too-large': maxSize is '2000000000'; expected a size"),
                        second -> assertThat(second)
                                .startsWith(
                                        "config/transformers.yaml:9: transformer 'unknown': transformer type is 'tneff'"));
    }

    // ---- endings

    @Test
    void aBranchWithoutAnEndingShouldBeNamedAtItsLine() {
        assertThat(strategy("""
                        - choice:
                            id: which
                            when:
                              - id: gold
                                expression: {simple: {expression: "${body.kind} == 'message'"}}
                                steps:
                                  - log: {id: note, message: hello}
                            otherwise:
                              steps:
                                - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """))
                .containsExactly(STRATEGY + ":13: the route goes on after 'note' and has no ending; end it with place,"
                        + " hold, stop or send");
    }

    @Test
    void anEmptyBranchShouldBeNamed() {
        assertThat(strategy("""
                        - choice:
                            id: which
                            when:
                              - id: gold
                                expression: {simple: {expression: "${body.kind} == 'message'"}}
                            otherwise:
                              steps:
                                - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """))
                .containsExactly(STRATEGY + ":10: the branch 'when gold' leaves the route without an ending; end it"
                        + " with place, hold, stop or send");
    }

    @Test
    void aChoiceWithoutOtherwiseShouldNeedAnEndingBehindIt() {
        assertThat(strategy("""
                        - choice:
                            id: which
                            when:
                              - id: gold
                                expression: {simple: {expression: "${body.kind} == 'message'"}}
                                steps:
                                  - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """))
                .containsExactly(
                        STRATEGY + ":8: when no branch of 'which' applies, the route has no ending; end it with"
                                + " place, hold, stop or send behind the choice or in an otherwise");
    }

    @Test
    void anEndingInAnotherFileShouldCountWhenItIsReachedByDirect() {
        assertThat(check(Map.of(STRATEGY, route("""
                        - to: {id: go, uri: "direct:common"}
                """), "routes/shared-steps/common.camel.yaml", """
                        - route:
                            id: common
                            description: Shared.
                            from:
                              uri: direct:common
                              steps:
                                - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                        """)))
                .isEmpty();
    }

    @Test
    void aBareStopShouldBeRefusedSinceItDecidesNothing() {
        assertThat(strategy("""
                        - stop: {id: end}
                """))
                .containsExactly(STRATEGY + ":7: 'stop' ends the route without a decision; use kamelet:stop-action, or"
                        + " place, hold or send");
    }

    @Test
    void aBeanShouldOnlyMakeItAWarning() {
        assertThat(strategy("""
                        - bean: {id: mine, beanType: java.util.ArrayList, method: clear}
                """))
                .containsExactly(STRATEGY + ":7: warning: the route goes on after 'mine' and has no ending; end it with"
                        + " place, hold, stop or send, unless a step before it does so unseen");
    }

    @Test
    void aStepBehindAnEndingShouldBeCalledUnreachable() {
        assertThat(strategy("""
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                        - log: {id: late, message: never}
                """))
                .containsExactly(STRATEGY + ":8: warning: step 'late' is never reached; every path before it ends");
    }

    // ---- names

    @Test
    void anUndeclaredQueueShouldBeNamedWithTheNearest() {
        assertThat(strategy("""
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: biling}}
                """))
                .containsExactly(
                        STRATEGY + ":7: step 'end' names queue 'biling', which is not declared in config/queues;"
                                + " did you mean 'billing'?");
    }

    @Test
    void anUnknownRuleShouldBeNamedWithTheNearest() {
        assertThat(strategy("""
                        - to: {id: screen, uri: "kamelet:screen-action", parameters: {rules: bilings}}
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """))
                .containsExactly(STRATEGY
                        + ":7: step 'screen': there is no rule group or rule 'bilings'; did you mean 'billing'?");
    }

    @Test
    void anUnknownResponseShouldBeNamed() {
        assertThat(strategy("""
                        - to: {id: ack, uri: "kamelet:acknowledge-action", parameters: {response: ack-biling}}
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """))
                .containsExactly(STRATEGY
                        + ":7: step 'ack': there is no standard response 'ack-biling'; did you mean 'ack-billing'?");
    }

    @Test
    void anUnknownKameletShouldBeNamedWithTheNearest() {
        assertThat(strategy("""
                        - to: {id: end, uri: "kamelet:plase-action", parameters: {queue: billing}}
                """))
                .contains(STRATEGY + ":7: unknown kamelet 'plase-action'; did you mean 'place-action'?");
    }

    @Test
    void anUnknownKameletParameterShouldBeNamedWithTheNearest() {
        assertThat(strategy("""
                        - to:
                            id: end
                            uri: kamelet:place-action
                            parameters:
                              queue: billing
                              prioritty: 5
                """))
                .containsExactly(
                        STRATEGY + ":12: unknown parameter 'prioritty' of place-action; did you mean 'priority'?");
    }

    @Test
    void aMissingKameletParameterShouldBeNamed() {
        assertThat(strategy("""
                        - to: {id: end, uri: "kamelet:place-action"}
                """)).containsExactly(STRATEGY + ":7: parameter 'queue' of place-action is missing");
    }

    @Test
    void aPriorityOutOfRangeShouldBeRefused() {
        assertThat(strategy("""
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing, priority: 500}}
                """))
                .containsExactly(STRATEGY + ":7: 'priority' of step 'end': 500 is not within 0 to 100");
    }

    @Test
    void aStrategyQueueWithoutAStrategyShouldBeRefused() {
        assertThat(check(Map.of("config/queues/vip.yaml", "description: Very important.\nstrategy: true\n")))
                .containsExactly("config/queues/vip.yaml:2: queue 'vip' says strategy: true, but there is no"
                        + " routes/strategies/strategy-vip.camel.yaml");
    }

    @Test
    void aStrategyWithoutAQueueShouldBeRefused() {
        String path = "routes/strategies/strategy-vips.camel.yaml";
        String text = route("        - to: {id: end, uri: \"kamelet:place-action\", parameters: {queue: billing}}\n")
                .replace("strategy-x", "strategy-vips");

        assertThat(check(Map.of(path, text)))
                .containsExactly(
                        path + ":2: strategy 'strategy-vips' has no queue; declare config/queues/vips.yaml with"
                                + " strategy: true");
    }

    @Test
    void anUnknownKeyOfAQueueShouldBeNamedWithTheNearest() {
        assertThat(check(Map.of("config/queues/vip.yaml", "description: VIP.\nstrategie: false\nlease: 3 hours\n")))
                .containsExactly(
                        "config/queues/vip.yaml:2: unknown key 'strategie'; did you mean 'strategy'?",
                        "config/queues/vip.yaml:3: 'lease': '3 hours' is not a duration; expected a number with a unit"
                                + " ms, s, m, h or d, such as 30s or 4h");
    }

    @Test
    void aMisspeltEndpointOptionShouldBeNamedWithTheNearest() {
        assertThat(check(Map.of("routes/mine.camel.yaml", """
                        - route:
                            id: mine
                            description: Mine.
                            from:
                              uri: timer:tick
                              parameters:
                                perod: 5000
                              steps:
                                - log: {id: tick, message: tick}
                        """)))
                .containsExactly(
                        "routes/mine.camel.yaml:7: unknown option 'perod' of component 'timer'; did you mean 'period'?");
    }

    @Test
    void anUnknownComponentShouldBeNamedWithTheNearest() {
        assertThat(check(Map.of("routes/mine.camel.yaml", """
                        - route:
                            id: mine
                            description: Mine.
                            from:
                              uri: timr:tick
                              steps:
                                - log: {id: tick, message: tick}
                        """)))
                .containsExactly(
                        "routes/mine.camel.yaml:5: unknown component 'timr' in 'timr:tick'; did you mean 'timer'?");
    }

    @Test
    void aMisspeltStepShouldBeNamedWithTheNearest() {
        assertThat(check(Map.of("routes/mine.camel.yaml", """
                        - route:
                            id: mine
                            description: Mine.
                            from:
                              uri: direct:mine
                              steps:
                                - chioce: {id: tick}
                                - log: {id: tick, mesage: tick}
                        """)))
                .contains(
                        "routes/mine.camel.yaml:7: unknown key 'chioce' in 'a list item of steps'; did you mean"
                                + " 'choice'?",
                        "routes/mine.camel.yaml:8: unknown key 'mesage' in 'log'; did you mean 'message'?");
    }

    @Test
    void aBrokenSimpleExpressionShouldBeExplained() {
        assertThat(strategy("""
                        - filter:
                            id: broken
                            expression: {simple: {expression: "${body.kind == 'message'"}}
                            steps:
                              - log: {id: note, message: hello}
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(STRATEGY + ":9: Simple expression '${body.kind == 'message'' does not parse: ");
    }

    @Test
    void aDirectWithoutARouteBehindItShouldBeNamed() {
        assertThat(strategy("""
                        - to: {id: go, uri: "direct:nowhere"}
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """))
                .anyMatch(line -> line.startsWith(STRATEGY + ":7: no route begins with 'direct:nowhere'"));
    }

    @Test
    void whatOnlyCamelKnowsShouldBeSaidByCamel() {
        assertThat(check(Map.of("routes/mine.camel.yaml", """
                        - route:
                            id: mine
                            description: Mine.
                            from:
                              uri: direct:mine
                              steps:
                                - process: {id: tick, ref: nobody}
                        """)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("routes/mine.camel.yaml:2: Camel cannot build route 'mine': ")
                .contains("nobody");
    }

    @Test
    void aRouteNamedUnlikeItsFileShouldBeRefused() {
        assertThat(check(Map.of("routes/mine.camel.yaml", """
                        - route:
                            id: yours
                            from:
                              uri: direct:mine
                              steps:
                                - log: {id: tick, message: tick}
                        """)))
                .containsExactly(
                        "routes/mine.camel.yaml:2: route 'mine' has no description; say in a sentence what it does",
                        "routes/mine.camel.yaml:2: route id 'yours' is not the name of its file; expected 'mine'");
    }

    @Test
    void aStepOfAStrategyWithoutAnIdShouldBeRefused() {
        assertThat(strategy("""
                        - to: {uri: "kamelet:place-action", parameters: {queue: billing}}
                """))
                .containsExactly(
                        STRATEGY + ":7: this 'to' has no id; every step of a strategy needs one, explain shows it");
    }

    @Test
    void aValueThatCamelMangledShouldBeRefusedForKameletsThatAreNotOurs() {
        assertThat(check(Map.of("routes/kamelets/mine-action.kamelet.yaml", """
                        kind: Kamelet
                        metadata: {name: mine-action}
                        spec:
                          definition:
                            title: Mine
                            description: Mine.
                            properties:
                              value: {type: string, description: A value.}
                          template:
                            from:
                              uri: kamelet:source
                              steps:
                                - log: {message: "{{value}}"}
                        """, STRATEGY, route("""
                        - to: {id: mine, uri: "kamelet:mine-action", parameters: {value: "a&b"}}
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """))))
                .containsExactly(
                        STRATEGY + ":7: parameter 'value' of mine-action: 'a&b' contains &, + or %, which Camel"
                                + " changes on the way into a kamelet; put the value into a header, variable or property before"
                                + " the step");
    }

    // ---- YAML

    @Test
    void aYamlQuoteThatIsNotClosedShouldBeNamedWhereItOpens() {
        assertThat(check(Map.of("config/queues/vip.yaml", "description: 'VIP\nstrategy: false\n")))
                .containsExactly(
                        "config/queues/vip.yaml:1: not valid YAML: the quote opened on this line is not closed");
    }

    @Test
    void aKeyThatStandsTwiceShouldBeRefused() {
        assertThat(check(Map.of("config/queues/vip.yaml", "description: VIP\nlease: 1h\nlease: 2h\n")))
                .containsExactly("config/queues/vip.yaml:3: key 'lease' stands twice, first on line 2");
    }

    @Test
    void aRuleWithAMissingQuoteShouldBeNamedWithItsColumn() {
        List<String> lines = check(Map.of("config/screening/mine.yaml", """
                description: Mine.
                rules:
                  - name: broken
                    pattern: 'Find("invoice)'
                """));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("config/screening/mine.yaml:4: ").containsIgnoringCase("column");
    }

    // ---- capture points

    @Test
    void aPop3MailboxShouldNotKnowSeenMail() {
        assertThat(check(Map.of(MAILBOX, mailbox("""
                            protocol: pop3
                            startFrom: unseen
                            afterProcessing: mark-seen
                """))))
                .contains(
                        MAILBOX + ":14: 'startFrom': 'unseen' is not possible with protocol pop3, which knows neither"
                                + " seen mail nor dates; expected all or now",
                        MAILBOX + ":15: 'afterProcessing': 'mark-seen' is not possible with protocol pop3, which knows"
                                + " neither flags nor folders; expected none or delete");
    }

    @ParameterizedTest
    @CsvSource({"INBOX,INBOX", "Inbox,INBOX", "Done,Done"})
    void aMailboxShouldNotMoveMailIntoTheFolderThatItTakesItFrom(String to, String from) {
        assertThat(check(Map.of(MAILBOX, mailbox("""
                            folder: %s
                            afterProcessing: move
                            moveToFolder: %s
                """.formatted(from, to)))))
                .contains(MAILBOX + ":15: 'moveToFolder': '" + to
                        + "' is the folder that mail is taken from; expected another");
    }

    @Test
    void aPasswordInAFileShouldBeRefusedAndNotRepeated() {
        List<String> lines = check(Map.of(MAILBOX, mailbox("").replace("env:SUPPORT_SECRET", "hunter2")));

        assertThat(lines)
                .contains(MAILBOX + ":11: 'secret': expected a reference to the secret, env:NAME or"
                        + " file:/absolute/path, never the secret itself");
        assertThat(lines).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void anUnknownParameterOfAMailboxShouldBeNamedWithTheNearest() {
        assertThat(check(Map.of(MAILBOX, mailbox("""
                            pollIntervall: 5s
                            replyVia: suport
                            queue: inbund
                """))))
                .contains(
                        MAILBOX + ":13: unknown parameter 'pollIntervall' of mailbox-source; did you mean"
                                + " 'pollInterval'?",
                        MAILBOX + ":15: capture point 'support' names queue 'inbund', which is not declared in"
                                + " config/queues; did you mean 'inbound'?")
                .anyMatch(line -> line.startsWith(MAILBOX + ":14: mailbox 'support' replies via account 'suport'"));
    }

    @Test
    void twoCapturePointsShouldNotShareAName() {
        assertThat(check(Map.of(MAILBOX, mailbox(""), "routes/capture/capture-jms-support.camel.yaml", """
                        - route:
                            id: capture-jms-support
                            description: The same name.
                            from:
                              uri: kamelet:jms-capture-source
                              parameters:
                                name: support
                              steps:
                                - log: {id: captured, message: captured}
                        """)))
                .contains(MAILBOX + ":8: capture point 'support' exists already at"
                        + " routes/capture/capture-jms-support.camel.yaml:7; names are unique among all capture points"
                        + " whatever their kind");
    }

    private static String mailbox(String more) {
        return """
                - route:
                    id: capture-mail-support
                    description: Support.
                    from:
                      uri: kamelet:mailbox-source
                      # a comment
                      parameters:
                        name: support
                        address: support@example.com
                        host: mail.example.com
                        secret: env:SUPPORT_SECRET
                        username: support
                """ + more.indent(-12 + 8) + """
                      steps:
                        - log: {id: captured, message: captured}
                """;
    }

    private static List<String> strategy(String steps) {
        return check(Map.of(STRATEGY, route(steps)));
    }

    private static String route(String steps) {
        return """
                - route:
                    id: strategy-x
                    description: A test.
                    from:
                      uri: direct:strategy-x
                      steps:
                """ + steps;
    }

    /** Checks the shipped files with more of the test's own; the queue x has a strategy when the test brings one. */
    private static List<String> check(Map<String, String> more) {
        Map<String, String> files = new LinkedHashMap<>();
        SHIPPED.files()
                .paths()
                .forEach(path -> files.put(path, SHIPPED.files().text(path).orElseThrow()));
        if (more.containsKey(STRATEGY)) {
            files.put("config/queues/x.yaml", "description: A test.\nstrategy: true\n");
        }
        files.putAll(more);
        return CHECKER.check(Generation.of(FileSet.ofTexts(files))).stream()
                .map(Problem::toString)
                .collect(Collectors.toList());
    }
}
