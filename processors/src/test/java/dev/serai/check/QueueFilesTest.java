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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong line in a queue's file is told with its line, and with what to do. */
class QueueFilesTest {
    private static final Generation SHIPPED = Generation.load(Home.of(Path.of(System.getProperty("serai.home"))));
    private static final Checker CHECKER = new Checker(Settings.of(Map.of()), StrategyTests.none());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "where: \"langauge = 'de'\" | column 1: 'langauge' is neither a field that views know nor a column of the queue; did you mean 'language'?",
                "where: \"language = 'de\" | column 12: the quote is not closed",
                "where: \"priority > \" | column 11: expected a value, found the end",
                "where: \"priority = 'high'\" | column 12: 'priority' is a number and is compared with the text 'high'",
                "where: \"tier = 5\" | column 8: 'tier' is a text and is compared with the number 5; write '5'",
                "where: \"language > 'de'\" | column 10: > is for numbers and times; texts can be compared by =, <>, IN and LIKE",
                "where: \"receivedAt > 'yesterday'\" | column 14: 'yesterday' is no time; expected such as '2026-11-23T10:00:00+01:00'",
                "where: \"priority LIKE '5%'\" | column 1: 'priority' is a number; LIKE is for texts",
                "where: \"language LIKE 'a!b' ESCAPE '!'\" | column 15: behind the escape '!' comes %, _ or '!' itself, in 'a!b'",
                "where: \"language IN ()\" | column 14: expected a value, found ')'",
                "where: \"1 = 1\" | column 1: one side of a comparison must be a field",
                "where: \"language = priority\" | column 12: 'language' is a text and 'priority' is a number",
                "where: \"language = 'de' priority > 5\" | column 17: expected AND, OR or the end, found 'priority'",
                "where: \"language; drop table work\" | column 9: ';' has no meaning here",
                "order: priority down | 'priority down' is not a field with asc or desc behind it",
                "order: subject | no index serves 'subject', so every pull would sort the whole queue; expected one of priority desc, placedInQueueAt; receivedAt; placedInQueueAt; priority desc, receivedAt; or the reverse of one",
                "order: \"receivedAt, priority\" | no index serves 'receivedAt, priority'",
                "order: recievedAt | 'recievedAt' is neither a field that views know nor a column of the queue; did you mean 'receivedAt'?",
            })
    void aViewThatMakesNoSenseShouldBeRefusedAtItsLine(String view, String reason) {
        List<String> problems =
                check("description: VIP.\ncolumns: {tier: userData.tier}\nviews:\n  x:\n    " + view + "\n");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0))
                .startsWith("config/queues/vip.yaml:4: ")
                .contains(" of view 'x': ")
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "language = 'de' AND tier IN ('gold', 'platinum') | receivedAt",
                "NOT (tier = 'it''s' OR tier IS NULL) | priority asc, placedInQueueAt desc",
                "userData.region = 'north' and subject like '%50!%%' escape '!' | receivedAt desc",
                "receivedAt >= '2026-11-23T10:00:00+01:00' and 10 <= priority | priority desc, receivedAt",
                "vip = TRUE | priority desc",
            })
    void aViewThatAnIndexServesShouldPass(String where, String order) {
        assertThat(check("description: VIP.\ncolumns: {tier: userData.tier, vip: userData.vip}\nviews:\n  x: {where: \""
                        + where + "\", order: \"" + order + "\"}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "columns: {tier: customerTier} | 'customerTier' is no field; expected userData.<key>",
                "columns: {language: userData.lang} | column 'language' has the name of a field; choose another",
                "columns: {a: userData.a, b: userData.b, c: userData.c, d: userData.d, e: userData.e, f: userData.f, g: userData.g, h: userData.h, i: userData.i} | 'i' is one too many",
                "hours: office-fr | there is no config/calendars/office-fr.yaml; did you mean 'office-de'?",
                "onError: nowhere | onError of queue 'vip' names queue 'nowhere', which is not declared",
                "escalate: [{after: 2h, queue: nowhere}] | names queue 'nowhere', which is not declared",
                "escalate: [{after: 2h, queue: vip}] | leads to the queue itself",
                "escalate: [{after: 2h, queue: dispatch}] | leads to 'dispatch', which is the hub's own",
                "escalate: [{after: 0s, raisePriority: 5}] | 'after' of an escalation is at least 1s",
                "escalate: [{after: 2h}] | an escalation needs 'raisePriority' or 'queue'",
                "serviceObjective: 4 hours | is not a duration",
                "alert: {deepth: 5} | did you mean 'depth'?",
            })
    void aKeyThatCannotBeActedUponShouldBeRefusedAtItsLine(String key, String reason) {
        assertThat(check("description: VIP.\n" + key + "\n"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("config/queues/vip.yaml:2: ")
                        .contains(reason));
    }

    @Test
    void anEscalationInACircleShouldBeWarnedOf() {
        List<String> problems = check(
                "description: VIP.\nescalate: [{after: 2h, queue: upstairs}]\n",
                Map.of(
                        "config/queues/upstairs.yaml",
                        "description: Up.\nescalate: [{after: 1h, queue: vip}, {after: 3h, raisePriority: 5}]\n"));

        assertThat(problems)
                .containsExactly(
                        "config/queues/upstairs.yaml:2: warning: escalate of queue 'upstairs' goes in a circle: upstairs to vip"
                                + " to upstairs; after 100 rounds it ends in quarantine",
                        "config/queues/upstairs.yaml:2: warning: escalate of queue 'upstairs': this step never comes, an earlier"
                                + " one has moved everything away",
                        "config/queues/vip.yaml:2: warning: escalate of queue 'vip' goes in a circle: vip to upstairs to vip;"
                                + " after 100 rounds it ends in quarantine");
    }

    private static List<String> check(String queue) {
        return check(queue, Map.of());
    }

    private static List<String> check(String queue, Map<String, String> further) {
        Map<String, String> texts = new LinkedHashMap<>();
        SHIPPED.files().paths().forEach(path -> SHIPPED.files().text(path).ifPresent(text -> texts.put(path, text)));
        texts.put("config/queues/vip.yaml", queue);
        texts.putAll(further);
        return CHECKER.check(Generation.of(FileSet.ofTexts(texts))).stream()
                .map(Problem::toString)
                .toList();
    }
}
