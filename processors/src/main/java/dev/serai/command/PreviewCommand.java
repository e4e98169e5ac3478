package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.mime.RawSource;
import dev.serai.operation.ResponsePreview;
import dev.serai.response.ResponseContext;
import dev.serai.response.ResponseException;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.ResponseFields;
import dev.serai.trial.Trial;
import dev.serai.trial.TrialException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A standard response with values in it, as a customer would read it. */
@Command(
        name = "preview",
        header = "Shows how a standard response would look; sends nothing.",
        sortOptions = false,
        footer = {
            "",
            "Without --eml the values are made up. No strategy runs: what it attaches is said by --user-data.",
            "",
            "Exit status: 0 it can be used, 1 it can not, or the files have errors, 2 wrong use.",
            "",
            "Examples:",
            "  ./serai preview ack-general --language de",
            "  ./serai preview ack-billing --eml samples/invoice-de.eml"
        })
final class PreviewCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "RESPONSE", description = "Its name, without language.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String response;

    @Option(names = "--language", paramLabel = "TAG", description = "Such as de; else the mail's, else serai.language.")
    private @Nullable String language;

    @Option(names = "--eml", paramLabel = "FILE", description = "The mail that would be answered.")
    private @Nullable Path eml;

    @Option(
            names = "--user-data",
            paramLabel = "KEY=VALUE",
            description = "What a strategy would have attached, such as ScrKey_invoice=INV-1; may repeat.")
    private Map<String, String> userData = Map.of();

    @Option(names = "--html", description = "Prints the HTML alone, for a browser.")
    private boolean html;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, TrialException {
        Home home = new Home(serai.home(), serai.checkout());
        Playbook playbook = Playbook.of(Generation.load(home), Settings.load(home));
        try {
            ResponsePreview preview = preview(playbook, Instant.now());
            print(preview);
            return preview.usable() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (ResponseException unknown) {
            spec.commandLine().getErr().println("serai: " + unknown.getMessage());
            errors(playbook).forEach(spec.commandLine().getErr()::println);
            return ExitCode.SOFTWARE;
        }
    }

    private ResponsePreview preview(Playbook playbook, Instant now)
            throws IOException, TrialException, ResponseException {
        if (eml == null) {
            ResponseContext sample = ResponsePreview.sample(playbook, now);
            return ResponsePreview.of(playbook.responses(), response, language, sample.withAttachedData(userData), now);
        }
        TextFile.readable(eml);
        try (Trial trial = new Trial(playbook, getClass().getClassLoader())) {
            Interaction mail = trial.read(RawSource.of(eml), now);
            Map<String, Object> data = new LinkedHashMap<>(mail.userData());
            data.putAll(userData);
            ResponseContext context = ResponseFields.of(playbook, mail, data);
            return ResponsePreview.of(
                    playbook.responses(), response, language == null ? mail.language() : language, context, now);
        }
    }

    /** What is wrong with its files, which may be why it is not known. */
    private List<Problem> errors(Playbook playbook) {
        return playbook.responses().problems().stream()
                .filter(Problem::isError)
                .filter(problem -> problem.file().contains("/" + response + "."))
                .toList();
    }

    private void print(ResponsePreview preview) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(preview));
        } else if (html) {
            out.println(preview.html() == null ? "" : preview.html());
        } else {
            text(preview, out);
        }
        out.flush();
    }

    private static void text(ResponsePreview preview, PrintWriter out) {
        out.println("Response     " + preview.response() + " (" + preview.language() + "), for "
                + String.join(", ", preview.usage()));
        out.println("Subject      " + preview.subject());
        preview.attachments().forEach(file -> out.println("Attachment   " + file));
        if (preview.html() != null) {
            out.println("HTML         beside the text; --html prints it");
        }
        preview.added().forEach(below -> out.println("Below it     not shown: " + below));
        preview.fallbacks().forEach(field -> out.println("Fallback     for " + field));
        preview.warnings().forEach(warning -> out.println("Warning      " + warning));
        if (preview.because() != null) {
            out.println("NOT USABLE   " + preview.because());
        }
        out.println();
        out.println(preview.text().stripTrailing());
    }
}
