package dev.serai.mutants;

import com.sun.management.OperatingSystemMXBean;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.interaction.Json;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Playbook;
import dev.serai.trial.Trial;
import dev.serai.trial.TrialReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries broken mails one after the other, in a JVM of its own: what is not caught ends it, and its heap is the bound.
 * Arguments: folder with mails, how many mutants, seed, folder with the files. Exit status 0 when each came out as a mail.
 */
final class MutantRun {
    private static final Duration MOST_CPU = Duration.ofSeconds(2);
    private static final int SMALLEST_FOR_HEAT = 200;

    private final Trial trial;
    private final List<byte[]> mails;
    private final long seed;
    private final Path kept;
    private long worst;
    private int bad;

    private MutantRun(Trial trial, List<byte[]> mails, long seed, Path kept) {
        this.trial = trial;
        this.mails = mails;
        this.seed = seed;
        this.kept = kept;
    }

    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(arguments[3]);
        Home home = new Home(checkout, checkout);
        List<byte[]> mails = mails(Path.of(arguments[0]));
        Playbook playbook = Playbook.of(Generation.load(home), Settings.load(home));
        try (Trial trial = new Trial(playbook, MutantRun.class.getClassLoader())) {
            MutantRun run =
                    new MutantRun(trial, mails, Long.parseLong(arguments[2]), Files.createTempDirectory("mutants"));
            run.all(Integer.parseInt(arguments[1]));
            System.exit(run.bad == 0 ? 0 : 1);
        }
    }

    private static List<byte[]> mails(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".eml") || file.toString().endsWith(".msg"))
                    .sorted()
                    .map(MutantRun::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void all(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            byte[] mutant = new Mutator(seed + i).wound(mails);
            one(i, mutant);
        }
        System.out.printf(
                "MutantRun: %d mutants of %d mails, seed %d, %d bad, most processor time %d ms%n",
                count, mails.size(), seed, bad, worst / 1_000_000);
    }

    private void one(int number, byte[] mutant) throws IOException {
        long before = cpu();
        try {
            TrialReport report = trial.run("mutant-" + number, RawSource.of(mutant), null, Instant.EPOCH);
            check(number, mutant, report, cpu() - before);
        } catch (Throwable thrown) {
            thrown.printStackTrace(System.out);
            tell(number, mutant, "threw " + thrown);
        }
    }

    private void check(int number, byte[] mutant, TrialReport report, long nanos) throws IOException {
        if (number >= SMALLEST_FOR_HEAT) {
            worst = Math.max(worst, nanos);
        }
        if (nanos > MOST_CPU.toNanos() && number >= SMALLEST_FOR_HEAT) {
            tell(number, mutant, "took " + nanos / 1_000_000 + " ms of processor time");
        }
        if (report.isQuarantined()) {
            tell(number, mutant, "would be quarantined: " + report.reason());
        }
        if (report.parts().isEmpty()) {
            tell(number, mutant, "has no part");
        }
        long attached = report.parts().stream()
                .filter(part -> part.role().equals("attachment"))
                .count();
        if (attached != report.attachments().size()) {
            tell(
                    number,
                    mutant,
                    attached + " parts are attachments, listed are "
                            + report.attachments().size());
        }
        String unused = Json.write(report);
    }

    private void tell(int number, byte[] mutant, String what) throws IOException {
        bad++;
        Path file = Files.write(kept.resolve("mutant-" + (seed + number) + ".eml"), mutant);
        System.out.println("MutantRun: seed " + (seed + number) + " " + what + "; kept as " + file);
    }

    /** The whole process's: transformers may work on threads of their own. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
