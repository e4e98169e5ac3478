package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.SettingKeys;
import dev.serai.files.Settings;
import java.util.List;

/**
 * Finds everything wrong with a generation that can be found without running it. Cheap checks first: Camel is asked,
 * and the strategies' tests run, only when they found no error. One checker serves any number of generations, one at a
 * time.
 */
public final class Checker {
    private final List<Check> plain;
    private final StrategyTests tests;

    /** Checks with the settings in force. */
    public Checker(Settings settings, StrategyTests tests) {
        this.plain = plain(settings);
        this.tests = tests;
    }

    /** All problems by file and line; without an error among them the generation may become live. */
    public List<Problem> check(Generation generation) {
        Problems problems = new Problems();
        problems.addAll(generation.problems());
        plain.forEach(check -> check.check(generation, problems));
        if (!problems.hasErrors()) {
            new ScratchContextCheck().check(generation, problems);
        }
        if (!problems.hasErrors()) {
            problems.addAll(tests.run(generation));
        }
        return problems.list();
    }

    private static List<Check> plain(Settings settings) {
        Catalog catalog = new Catalog();
        return List.of(
                new RouteSchemaCheck(),
                new StepFormCheck(),
                new EndpointCheck(catalog),
                new KameletCallCheck(),
                new ExpressionCheck(catalog),
                new NameCheck(),
                new ActionCheck(),
                new QueueCheck(),
                new HoursCheck(),
                new EscalationCheck(),
                new ViewCheck(),
                new AccountCheck(),
                new TransformerCheck(),
                new StrategyCheck(),
                new EndingCheck(),
                new ScreeningCheck(),
                new CategoryCheck(catalog),
                new LookupCheck(catalog),
                new CallCheck(catalog),
                new BeanCheck(),
                new BounceCheck(),
                new ResponseCheck(settings.text(SettingKeys.LANGUAGE)));
    }
}
