package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.mime.RawSource;
import dev.serai.trial.TestKeeper;
import dev.serai.trial.TestKeeper.Kept;
import dev.serai.trial.Trial;
import dev.serai.trial.TrialException;
import dev.serai.trial.TrialReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The dry runs of one command, printed. */
final class TryRun {
    private final Trial trial;
    private final boolean json;
    private final @Nullable QueueName queue;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param queue where mails begin; null for the queue of their point */
    TryRun(Trial trial, CommandSpec spec, boolean json, @Nullable QueueName queue) {
        this.queue = queue;
        this.trial = trial;
        this.json = json;
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
    }

    /** Each mail's report; with a keeper each as a test too. The exit status. */
    int reports(List<TriedMail> mails, @Nullable TestKeeper keeper) throws IOException {
        int worst = 0;
        for (TriedMail mail : mails) {
            worst = Math.max(worst, report(mail, keeper));
        }
        return worst;
    }

    /** What the live files decide otherwise. The exit status: 0 for nothing. */
    int differences(List<TriedMail> mails, HubClient hub) throws IOException {
        int different = 0;
        int unreadable = 0;
        for (TriedMail mail : mails) {
            Optional<TrialReport> edited = tried(mail);
            if (edited.isEmpty()) {
                unreadable++;
                continue;
            }
            PointName point = mail.point();
            JsonNode live = hub.post("/try" + (point == null ? "" : "?point=" + point), mail.file())
                    .orElseThrow(() -> new IOException("what answers is no Serai of this version"));
            TryDifference difference = TryDifference.of(live, Json.MAPPER.valueToTree(edited.get()));
            if (!difference.isNone()) {
                different++;
                print(edited.get(), difference);
            }
        }
        String summary =
                count(mails.size() - unreadable) + ", " + (different == 0 ? "none" : different) + " decided otherwise";
        (json ? err : out).println(summary);
        out.flush();
        err.flush();
        return different > 0 || unreadable > 0 ? 1 : 0;
    }

    private static String count(int mails) {
        return mails == 1 ? "1 mail" : mails + " mails";
    }

    private int report(TriedMail mail, @Nullable TestKeeper keeper) throws IOException {
        Optional<TrialReport> tried = tried(mail);
        if (tried.isEmpty()) {
            return 1;
        }
        TrialReport report = tried.get();
        if (json) {
            out.println(Json.write(report));
        } else {
            TryReport.print(report, out);
        }
        out.flush();
        boolean kept = keeper == null || keep(keeper, mail, report);
        return report.isQuarantined() || !kept ? 1 : 0;
    }

    private Optional<TrialReport> tried(TriedMail mail) throws IOException {
        if (!Files.isReadable(mail.file())) {
            complain(mail.name() + ": cannot be read");
            return Optional.empty();
        }
        if (Files.size(mail.file()) == 0) {
            complain(mail.name() + ": the file is empty, there is no mail in it");
            return Optional.empty();
        }
        RawSource raw = RawSource.of(mail.file());
        try {
            return Optional.of(
                    queue == null
                            ? trial.run(mail.name(), raw, mail.point(), Instant.now())
                            : trial.runIn(queue, mail.name(), raw, Instant.now()));
        } catch (TrialException overdue) {
            complain(mail.name() + ": the dry run " + overdue.getMessage());
            return Optional.empty();
        }
    }

    private boolean keep(TestKeeper keeper, TriedMail mail, TrialReport report) throws IOException {
        try {
            Kept kept = keeper.keep(trial, mail.file(), mail.point(), report);
            err.println("serai: saved the test '" + kept.name() + "' in " + kept.path()
                    + (kept.copied() ? ", a copy of the shipped one as its strategy is, which they replace" : ""));
            err.flush();
            return true;
        } catch (IllegalArgumentException | TrialException notSaved) {
            complain(String.valueOf(notSaved.getMessage()));
            return false;
        }
    }

    private void print(TrialReport report, TryDifference difference) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("file", report.file());
            object.put("subject", report.subject());
            object.put("differences", difference.fields());
            out.println(Json.write(object));
        } else {
            out.println(report.file() + "  " + (report.subject() == null ? "" : report.subject()));
            difference.lines().forEach(out::println);
            out.println();
        }
        out.flush();
    }

    private void complain(String line) {
        err.println("serai: " + line);
        err.flush();
    }
}
