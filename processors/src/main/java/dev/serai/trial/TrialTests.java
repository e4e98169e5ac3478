package dev.serai.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.check.StrategyTests;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.Settings;
import dev.serai.files.StrategyKeys;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlReader;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.strategy.DryOutside;
import dev.serai.strategy.Playbook;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the tests that lie beside strategies, through the same dry run as `try`. Each may take as long as a run of a
 * strategy; one that takes longer is the last that is run.
 */
public final class TrialTests implements StrategyTests {
    private final Home home;
    private final Settings settings;

    public TrialTests(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    @Override
    public List<Problem> run(Generation generation) {
        Problems problems = new Problems();
        if (generation.strategyTests().isEmpty()) {
            return List.of();
        }
        Duration time = settings.duration(StrategyKeys.DEADLINE);
        try (Trial trial = new Deadline(time).within(() -> trial(generation, time))) {
            for (Map.Entry<String, String> file : generation.strategyTests().entrySet()) {
                file(trial, file.getKey(), file.getValue(), problems);
            }
        } catch (Stopped overdue) {
            problems.error(overdue.place, String.valueOf(overdue.getMessage()));
        } catch (OverdueException overdue) {
            problems.error(Place.of("routes/strategies"), "loading the strategies " + overdue.getMessage());
        } catch (TrialException | IOException failure) {
            problems.error(Place.of("routes/strategies"), String.valueOf(failure.getMessage()));
        }
        return problems.list();
    }

    @Override
    public Object outside(Generation generation) {
        return TestFiles.stamps(generation, home);
    }

    private Trial trial(Generation generation, Duration time) throws TrialException {
        return new Trial(Playbook.of(generation, settings), getClass().getClassLoader(), time);
    }

    /** No test is run after one that overran its deadline. */
    private static final class Stopped extends TrialException {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        Stopped(String test, Place place, OverdueException overdue) {
            super("test '" + test + "' " + overdue.getMessage() + "; the tests after it were not run", overdue);
            this.place = place;
        }
    }

    private void file(Trial trial, String path, String text, Problems problems) throws TrialException {
        Optional<YamlMap> map = YamlFile.parse(path, text).map(problems);
        if (map.isEmpty()) {
            return;
        }
        YamlReader reader = new YamlReader(map.get(), problems);
        reader.text("description");
        Mocks mocks = Mocks.none().with(reader.map("mocks"), trial.generation(), problems);
        Instant now = reader.parsed("now", TrialTests::time).orElseGet(Instant::now);
        for (YamlNode node : reader.list("tests")) {
            if (node instanceof YamlMap test) {
                test(trial, queue(path), test, now, mocks, problems);
            }
        }
        reader.rejectUnknown();
    }

    /** The queue that a file `strategy-<queue>.test.yaml` tests. */
    private static QueueName queue(String path) {
        return QueueName.of(path.replaceFirst(".*/strategy-", "").replaceFirst("\\.test\\.yaml$", ""));
    }

    private void test(Trial trial, QueueName first, YamlMap test, Instant now, Mocks ofFile, Problems problems)
            throws TrialException {
        YamlReader reader = new YamlReader(test, problems);
        String name = reader.required("name");
        Optional<YamlNode> mail = reader.node("mail");
        Optional<YamlNode> expect = reader.node("expect");
        Optional<PointName> point = reader.parsed("point", PointName::of);
        DryOutside outside =
                ofFile.with(reader.map("mocks"), trial.generation(), problems).outside();
        Optional<YamlNode> reply = reader.node("reply");
        TestSituation situation = TestSituation.read(reader, first);
        reader.rejectUnknown();
        if (mail.isEmpty() || expect.isEmpty()) {
            problems.error(test.place(), "test '" + name + "' needs mail and expect");
            return;
        }
        try {
            Situation given = situation.with(reply.isEmpty() ? null : TestMail.of(reply.get(), home));
            TrialReport report =
                    trial.run(name, TestMail.of(mail.get(), home), point.orElse(null), given, now, outside);
            if (!outside.unanswered().isEmpty()) {
                outside.unanswered().forEach(words -> problems.error(test.place(), "test '" + name + "': " + words));
                return;
            }
            JsonNode actual = Json.MAPPER.valueToTree(report);
            int before = problems.list().size();
            new Subset(name, problems).compare("", expect.get(), actual);
            if (problems.list().size() > before) {
                report.warnings()
                        .forEach(why ->
                                problems.error(test.place(), "test '" + name + "' came with the warning: " + why));
            }
        } catch (OverdueException overdue) {
            throw new Stopped(name, test.place(), overdue);
        } catch (IOException unreadable) {
            problems.error(test.placeOf("mail"), "test '" + name + "': " + unreadable.getMessage());
        }
    }

    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException(
                    "now is '" + text + "', expected a time like 2026-11-23T10:00:00+01:00", notATime);
        }
    }
}
