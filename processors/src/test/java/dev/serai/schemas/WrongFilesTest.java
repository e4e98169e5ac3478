package dev.serai.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.check.Checker;
import dev.serai.check.StrategyTests;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.scaffold.Format;
import dev.serai.trial.TrialTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor underlines by its schema is what check refuses, and for the same reason. */
class WrongFilesTest {
    private static final String MAILBOX = """
            routes/capture/capture-mail-a.camel.yaml
            - route: {id: capture-mail-a, description: A., from: {uri: "kamelet:mailbox-source", parameters: {name: a,\
             address: a@example.com, host: h, username: a, secret: "env:A_SECRET", %s}, steps: []}}""";
    private static final String RULE = """
            config/screening/a.yaml
            {rules: [{name: a, pattern: 'Find("a")', %s}]}""";

    @TempDir
    private Path instance;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config/queues/a.yaml\n{owner: x}",
                "config/queues/a.yaml\n{description: A., leese: 1h}",
                "config/queues/a.yaml\n{description: A., lease: 1 hour}",
                "config/queues/a.yaml\n{description: A., strategy: maybe}",
                "config/queues/a.yaml\n{description: A., onError: No Name}",
                "config/queues/a.yaml\n{description: A., alert: {depth: -1}}",
                "config/queues/a.yaml\n{description: A., alert: {deep: 1}}",
                "config/queues/a.yaml\n{description: A., columns: [tier]}",
                "config/queues/a.yaml\n{description: A., escalate: [{after: 2h}]}",
                "config/queues/a.yaml\n{description: A., escalate: [{after: 2h, raisePriority: 101}]}",
                "config/queues/a.yaml\n{description: A., views: {A B: {order: receivedAt}}}",
                "config/screening/a.yaml\n{description: A.}",
                "config/screening/a.yaml\n{rules: [{pattern: 'Find(\"a\")'}]}",
                "config/screening/a.yaml\n{rules: [{name: a}]}",
                "config/screening/a.yaml\n{rules: [{name: a/b, pattern: 'Find(\"a\")'}]}",
                "config/screening/a.yaml\n{rules: [{name: a, pattern: 'Find(\"a\")', in: [subjects]}]}",
                "config/transformers.yaml\n{inbound: [{name: a}]}",
                "config/transformers.yaml\n{inbound: [{name: a, type: tnef, timeout: 1s}]}",
                "config/transformers.yaml\n{keepSent: yes please}",
                "config/bounces/a.yaml\n{patterns: [{name: a}]}",
                "config/bounces/a.yaml\n{patterns: [{name: A, text: [x]}]}",
                "config/responses/a.en.txt\n---\nusage: [acknowledgement]\n---\nHello",
                "config/responses/a.en.txt\n---\nsubject: A\nusage: [acknowledgement]\nvalidFrom: soon\n---\nHello",
                "routes/strategies/strategy-inbound.test.yaml\n{tests: [{name: a, mail: {from: a@example.org}}]}",
                "routes/strategies/strategy-inbound.test.yaml\n{tests: [], now: tomorrow}",
                "routes/strategies/strategy-inbound.test.yaml\n{tests: [{name: a, mail: {form: a@b.c}, expect: {}}]}",
                "routes/capture/capture-jms-a.camel.yaml\n- route: {id: capture-jms-a, description: A., from: {uri:"
                        + " 'kamelet:jms-capture-source', parameters: {name: a, concurrency: 0}, steps: []}}",
                "routes/capture/capture-file-a.camel.yaml\n- route: {id: capture-file-a, description: A., from: {uri:"
                        + " 'kamelet:file-capture-source', parameters: {name: a, stableFor: soon}, steps: []}}",
                "routes/dispatch/dispatch-smtp-a.camel.yaml\n- route: {id: dispatch-smtp-a, description: A., from: {uri:"
                        + " 'direct:dispatch-smtp-a', steps: [{to: {id: a, uri: 'kamelet:smtp-sink', parameters: {host: h}}}]}}",
                "routes/strategies/strategy-inbound.camel.yaml\n- route: {id: strategy-inbound, description: A., from: {uri:"
                        + " 'direct:strategy-inbound', steps: [{to: {id: a, uri: 'kamelet:place-action', parameters: {que: a}}}]}}",
                "routes/strategies/strategy-inbound.camel.yaml\n- route: {id: strategy-inbound, description: A., from: {uri:"
                        + " 'direct:strategy-inbound', steps: [{to: {uri: 'kamelet:stop-action'}}]}}",
            })
    void aWrongFileShouldBeWrongForBoth(String file) throws IOException {
        wrongForBoth(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port: 70000",
                "port: imap",
                "adress: b@example.com",
                "idle: perhaps",
                "maxPerPoll: 0",
                "pollInterval: 30",
                "maxMessageSize: large",
                "startFrom: yesterday",
                "oauth2RefreshToken: abc",
                "queue: No Name"
            })
    void aWrongParameterOfAMailboxShouldBeWrongForBoth(String parameter) throws IOException {
        wrongForBoth(MAILBOX.formatted(parameter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "match|each, any",
                "addressMatch|exact, substring",
                "relation|and, or",
            })
    void choicesOfARuleShouldBeTheSame(String key, String choices) throws IOException {
        sameChoices(RULE.formatted(key + ": bogus"), Format.SCREENING, key, choices);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security|tls, starttls-required, starttls, none",
                "afterProcessing|none, mark-seen, move, delete",
                "oversize|leave, fetch",
                "duplicates|per-mailbox, once",
                "joinBySubject|never, token, text",
            })
    void choicesOfAMailboxShouldBeTheSame(String key, String choices) throws IOException {
        sameChoices(MAILBOX.formatted(key + ": bogus"), Format.MAILBOX, key, choices);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRANSFORMERS|config/transformers.yaml|{inbound: [{name: a, type: tnef, onFailure: bogus}]}|onFailure"
                        + "|retry, bypass, wrap, quarantine",
                "BOUNCES|config/bounces/a.yaml|{patterns: [{name: a, text: [x], kind: bogus}]}|kind"
                        + "|failure, delay, complaint, auto-reply, message",
            })
    void choicesOfOtherFilesShouldBeTheSame(Format format, String path, String text, String key, String choices)
            throws IOException {
        sameChoices(path + "\n" + text, format, key, choices);
    }

    /** The reader lists what there is; the schema has the same. */
    private void sameChoices(String file, Format format, String key, String choices) throws IOException {
        assertThat(wrongForBoth(file))
                .anyMatch(problem -> problem.reason().contains("'" + key + "'")
                        && problem.reason().contains("none of " + choices));
        Set<String> declared = new TreeSet<>();
        SchemaKeys.of(EditorSchema.of(format).document())
                .getOrDefault(key, List.of())
                .forEach(schema -> schema.path("enum").forEach(choice -> declared.add(choice.asText())));
        assertThat(declared).containsExactlyInAnyOrderElementsOf(Arrays.asList(choices.split(", ")));
    }

    private List<Problem> wrongForBoth(String file) throws IOException {
        String path = file.substring(0, file.indexOf('\n'));
        String text = file.substring(file.indexOf('\n') + 1);
        Files.createDirectories(instance.resolve(path).getParent());
        Files.writeString(instance.resolve(path), text);

        assertThat(EditorSchema.of(Format.of(path).orElseThrow())
                        .errors(Format.of(path).orElseThrow(), text))
                .as("schema on " + file)
                .isNotEmpty();
        List<Problem> errors = errors(path);
        assertThat(errors).as("check on " + file).isNotEmpty();
        return errors;
    }

    private List<Problem> errors(String path) {
        Home home = new Home(instance, EditorSchema.CHECKOUT);
        Settings settings = Settings.load(home);
        Generation generation = Generation.load(home);
        StrategyTests tests = path.endsWith(".test.yaml") ? new TrialTests(home, settings) : StrategyTests.none();
        List<Problem> problems = new ArrayList<>(generation.problems());
        problems.addAll(path.endsWith(".test.yaml") ? tests.run(generation) : List.of());
        problems.addAll(problems.isEmpty() ? new Checker(settings, tests).check(generation) : List.of());
        return problems.stream()
                .filter(problem -> problem.isError() && problem.file().equals(path))
                .toList();
    }
}
