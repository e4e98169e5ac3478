package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An address that answers with a token go to must have room for it, and somebody who reads it. */
class ReplyTokenCheckTest {

    @Test
    void anAddressOfAMailboxShouldBeFine() {
        assertThat(check("Support <support@example.com>")).isEmpty();
    }

    @Test
    void anAddressThatNobodyReadsShouldBeAWarning() {
        assertThat(check("sales@example.com"))
                .singleElement()
                .asString()
                .contains(
                        "dispatch-smtp-default.camel.yaml:9",
                        "no mailbox of routes/capture receives 'sales@example.com'");
    }

    @Test
    void anAddressWithoutRoomShouldBeAnError() {
        assertThat(check("customer-service-of-all@example.com"))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains(
                                "'customer-service-of-all@example.com' has no room for a token; expected at most 19"));
    }

    @Test
    void aTokenInTheSubjectThatNoMailboxReadsShouldBeAWarning() {
        assertThat(check("support@example.com", "subjectToken: true"))
                .singleElement()
                .asString()
                .contains(
                        "dispatch-smtp-default.camel.yaml:9",
                        "no mailbox of routes/capture has 'joinBySubject: token'");
    }

    private static List<Problem> check(String from) {
        return check(from, "replyToken: true");
    }

    private static List<Problem> check(String from, String token) {
        Map<String, String> files = new TreeMap<>();
        files.put("routes/dispatch/dispatch-smtp-default.camel.yaml", """
                - route:
                    id: dispatch-smtp-default
                    from:
                      uri: direct:dispatch-smtp-default
                      steps:
                        - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: localhost,
                            from: "%s",
                            # set by a reader
                            %s}}
                """.formatted(from, token));
        files.put("routes/capture/capture-mail-support.camel.yaml", """
                - route:
                    id: capture-mail-support
                    from:
                      uri: kamelet:mailbox-source
                      parameters: {name: support, address: support@example.com, host: localhost, username: support,
                        secret: "env:X"}
                      steps: []
                """);
        Problems problems = new Problems();
        new AccountCheck().check(Generation.of(FileSet.ofTexts(files)), problems);
        return problems.list();
    }
}
