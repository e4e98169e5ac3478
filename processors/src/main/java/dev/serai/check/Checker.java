package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.HubKeys;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.Settings;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Finds everything wrong with a generation that can be found without running it. Cheap checks first: Camel is asked,
 * and the strategies' tests run, only when they found no error. One checker serves any number of generations, several
 * at a time.
 */
public final class Checker {
    private final Settings settings;
    private final StrategyTests tests;
    /** Those that no generation is checked by right now: none is asked by two at a time. */
    private final Queue<List<Check>> idle = new ConcurrentLinkedQueue<>();

    /** Checks with the settings in force. */
    public Checker(Settings settings, StrategyTests tests) {
        this.settings = settings;
        this.tests = tests;
    }

    /** All problems by file and line; without an error among them the generation may become live. */
    public List<Problem> check(Generation generation) {
        Problems problems = files(generation);
        if (!problems.hasErrors()) {
            problems.addAll(tests.run(generation));
        }
        return problems.list();
    }

    /** The same but for the strategies' tests. */
    public List<Problem> withoutTests(Generation generation) {
        return files(generation).list();
    }

    /** What the strategies' tests depend on beside the generation: unequal ones tell that they may end otherwise now. */
    public Object outside(Generation generation) {
        return tests.outside(generation);
    }

    private Problems files(Generation generation) {
        Problems problems = new Problems();
        problems.addAll(generation.problems());
        List<Check> free = idle.poll();
        List<Check> plain = free == null ? plain(settings) : free;
        plain.forEach(check -> check.check(generation, problems));
        idle.add(plain);
        if (!problems.hasErrors()) {
            new ScratchContextCheck().check(generation, problems);
        }
        return problems;
    }

    private static List<Check> plain(Settings settings) {
        Catalog catalog = new Catalog();
        Things things = new Things(settings);
        return List.of(
                new RouteSchemaCheck(),
                new StepFormCheck(),
                new EndpointCheck(catalog),
                new KameletCallCheck(),
                new ExpressionCheck(catalog),
                new NameCheck(),
                new ActionCheck(),
                new QueueCheck(),
                new TenantCheck(things),
                new ReferenceCheck(things),
                new FilePointCheck(),
                new SqlPointCheck(),
                new KafkaCheck(settings),
                new WebformCheck(),
                new HoursCheck(),
                new EscalationCheck(),
                new ViewCheck(),
                new AccountCheck(),
                new LeavingCheck(),
                new TransformerCheck(),
                new StrategyCheck(),
                new EndingCheck(),
                new ScreeningCheck(),
                new CategoryCheck(catalog),
                new LookupCheck(catalog),
                new CallCheck(catalog),
                new BeanCheck(),
                new BounceCheck(),
                new ResponseCheck(settings.text(HubKeys.LANGUAGE)),
                new SheetCheck(settings.text(HubKeys.LANGUAGE)));
    }
}
