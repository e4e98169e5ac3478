package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.screening.AdHocRule;
import dev.serai.screening.Expression;
import dev.serai.screening.ExpressionException;
import dev.serai.screening.RuleBook;
import dev.serai.screening.ScreeningInput;
import dev.serai.screening.ScreeningResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Evaluates screening rules; no match is no failure, a rule that does not compile is one. */
@Command(
        name = "screen",
        header = "Evaluates screening rules on given parts or on a mail file.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./serai screen --rule 'RegExFind(\"INV-\\d{6}\", invoice)' --subject 'Invoice INV-004711'",
            "  ./serai screen --eml samples/invoice.eml",
            "  ./serai screen --rules outgoing --body 'My card is 4111 1111 1111 1111.'",
            "  ./serai screen --json --rules config/screening/billing.yaml --eml samples/invoice-de.eml"
        })
final class ScreenCommand implements Callable<Integer> {
    private static final String AD_HOC = "rule";

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(names = "--rule", paramLabel = "EXPR", description = "An expression; any part given may satisfy it.")
    private @Nullable String rule;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "A rule file or its name, or a folder of them; a mail without both is asked all rules of the instance.")
    private @Nullable Path rules;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ScreenParts parts;

    @Override
    public Integer call() throws IOException {
        try {
            if (rule != null && rules == null) {
                return screen(rule);
            }
            if (rules != null && rule == null) {
                return screen(ScreenRules.read(rules, this::live));
            }
            if (rule == null && parts.isMail()) {
                return screen(ofInstance());
            }
        } catch (IllegalArgumentException wrongUse) {
            throw wrong(String.valueOf(wrongUse.getMessage()));
        }
        throw wrong(rule == null ? "expected --rule EXPR or --rules FILE" : "--rule and --rules exclude each other");
    }

    /** What would be asked of a mail by a strategy that screens with all groups. */
    private RuleBook ofInstance() {
        return RuleBook.load(live());
    }

    private SortedMap<String, String> live() {
        return Generation.load(new Home(serai.home(), serai.checkout())).screening();
    }

    private int screen(String source) throws IOException {
        Expression expression;
        ScreeningInput input = parts.read();
        try {
            expression = Expression.parse(source);
        } catch (ExpressionException e) {
            new ScreenReport(spec.commandLine().getOut(), json).printError(e, source);
            return ExitCode.SOFTWARE;
        }
        if (AdHocRule.parts(input).isEmpty()) {
            throw wrong("nothing to read: --rule reads --subject, --body, --body-file, --header, --user-data or --eml");
        }
        return done(AdHocRule.screen(AD_HOC, expression, input));
    }

    private int screen(RuleBook book) throws IOException {
        ScreeningInput input = parts.read();
        String errors = ScreenRules.errors(book);
        if (!errors.isEmpty()) {
            return failed(errors);
        }
        if (!parts.given()) {
            throw wrong("nothing to read: give --subject, --body, --body-file, --header, --to, --user-data or --eml");
        }
        book.problems().forEach(problem -> warn(problem.toString()));
        book.failedTests().forEach(failure -> warn(failure.toString()));
        return done(book.screen(List.of(), input, false));
    }

    private int done(ScreeningResult result) {
        parts.warnings().forEach(this::warn);
        result.warnings().forEach(this::warn);
        new ScreenReport(spec.commandLine().getOut(), json).print(result);
        return ExitCode.OK;
    }

    private int failed(@Nullable String error) {
        new ScreenReport(spec.commandLine().getOut(), json).printError(String.valueOf(error));
        return ExitCode.SOFTWARE;
    }

    private void warn(String warning) {
        spec.commandLine().getErr().println("serai: " + warning);
        spec.commandLine().getErr().flush();
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
