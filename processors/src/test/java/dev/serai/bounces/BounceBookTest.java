package dev.serai.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BounceBookTest {
    private static final String FAX = """
            patterns:
              - name: fax
                from: [fax@gateway.example]
                text: ["could not be faxed, sorry"]
                recipient: '^Number: (\\S+@\\S+)'
                status: '^Code (\\d\\.\\d\\.\\d)'
                reason: '^Why: (.*)'
                original: '^=== yours'
                tests:
                  - from: fax@gateway.example
                    subject: Job 17
                    body: |
                      It could not be faxed, sorry.
                      Number: 1@fax.example
                      Code 5.3.2
                      Why: line is busy
                      === yours
                      From: us@example.com
                      Message-ID: <1@example.com>
                    recipients: [%s]
                    status: 5.3.2
                    originalMessageId: <1@example.com>
            """;

    @Test
    void aPatternShouldReadWhatItSays() {
        BounceBook book = book(FAX.formatted("1@fax.example"));
        assertThat(book.problems()).isEmpty();
        assertThat(book.failedTests()).isEmpty();
    }

    @Test
    void aFailedTestShouldSayWhatWasExpectedAndFound() {
        assertThat(lines(book(FAX.formatted("2@fax.example")).failedTests()))
                .containsExactly("config/bounces/own.yaml:10: test of bounce pattern fax: expected recipients:"
                        + " [2@fax.example], found [1@fax.example]");
    }

    @Test
    void wordsOfShopsShouldNotSpeakAgainstAPatternThatNamesTheSender() {
        assertThat(book(postman("Sendung 17 ging zurueck", "This is an automatic reply."))
                        .failedTests())
                .isEmpty();
    }

    @Test
    void aPatternThatFitsAndDoesNotCountShouldSayWhy() {
        assertThat(lines(book(postman("Re: letter 17", "It came back.")).failedTests()))
                .singleElement()
                .asString()
                .endsWith("expected kind: failure, found message; It fits the bounce pattern postman, but it answers or"
                        + " forwards.");
    }

    private static String postman(String subject, String sentence) {
        return """
                patterns:
                  - name: postman
                    from: [postman@]
                    recipient: '^To: (\\S+@\\S+)'
                    tests:
                      - from: postman@town.example
                        subject: '%s'
                        body: |
                          %s
                          To: karl@town.example
                        recipients: [karl@town.example]
                """.formatted(subject, sentence);
    }

    @Test
    void anUnknownKeyShouldBeNamedWithItsLine() {
        assertThat(lines(book("patterns:\n  - name: x\n    text: [a]\n    recipents: b\n")
                        .problems()))
                .containsExactly("config/bounces/own.yaml:4: unknown key 'recipents'; did you mean 'recipient'?");
    }

    @Test
    void aPatternWithoutConditionsShouldBeRefused() {
        assertThat(lines(book("patterns:\n  - name: x\n    recipient: b\n").problems()))
                .containsExactly("config/bounces/own.yaml:2: bounce pattern 'x' would match every mail; expected at"
                        + " least one of from, subject, headers, text");
    }

    @Test
    void anExpressionThatDoesNotRunInLinearTimeShouldBeRefused() {
        assertThat(lines(book("patterns:\n  - name: x\n    text: [a]\n    recipient: '(a)\\1'\n")
                        .problems()))
                .singleElement()
                .asString()
                .startsWith("config/bounces/own.yaml:4: 'recipient': back references are not supported");
    }

    @Test
    void aNameThatStandsTwiceShouldBeRefused() {
        BounceBook book = BounceBook.load(Map.of(
                "config/bounces/a.yaml", "patterns:\n  - {name: x, text: [a]}\n",
                "config/bounces/b.yaml", "patterns:\n  - {name: x, text: [b]}\n"));
        assertThat(lines(book.problems()))
                .containsExactly("config/bounces/b.yaml:2: pattern 'x' stands twice, first in config/bounces/a.yaml on"
                        + " line 2");
    }

    @Test
    void aPatternOfOnesOwnShouldMakeAMessageOfWhatLooksLikeABounce() {
        assertThat(book("""
                        patterns:
                          - name: our-monitor
                            kind: message
                            from: [monitor@example.com]
                            tests:
                              - from: MAILER-DAEMON <monitor@example.com>
                                subject: failure notice
                                body: '<disk@host.example>: 550 5.1.1 full'
                        """).failedTests()).isEmpty();
    }

    private static BounceBook book(String text) {
        return BounceBook.load(Map.of("config/bounces/own.yaml", text));
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
