package dev.serai.bench;

import dev.serai.screening.OneByOne;
import dev.serai.screening.RuleBook;
import dev.serai.screening.ScreeningInput;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** `./serai bench screening`: many rules over mails, on one thread, beside the same rules one by one. */
@Command(name = "screening")
public final class ScreeningBench implements Callable<Integer> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ONE_BY_ONE = 20;

    @Option(names = "--rules", defaultValue = "10000")
    private int rules;

    @Option(names = "--mails", defaultValue = "3000")
    private int mails;

    @Option(names = "--size", defaultValue = "5120")
    private int size;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    /** @param arguments those of the command behind `screening` */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScreeningBench()).execute(arguments));
    }

    @Override
    public Integer call() {
        Words words = new Words(seed);
        Map<String, String> files = Map.of("bench.yaml", new ScreeningRules(seed, words).file(rules));
        List<ScreeningInput> inputs = inputs(words);
        line("%d rules, %d mails of %d characters, one thread", rules, mails, size);

        long empty = heap();
        long before = THREADS.getCurrentThreadCpuTime();
        RuleBook book = RuleBook.load(files);
        double compiling = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        if (!book.problems().isEmpty()) {
            throw new IllegalStateException(book.problems().get(0).toString());
        }
        line("  reading and compiling the rules     %8.0f ms", compiling);
        line("  memory of the rules                 %8.1f MB", (heap() - empty) / 1e6);
        Times cold = screen(book, inputs.subList(0, Math.min(200, mails)));
        line("  the first mails                     %s", cold);
        screen(book, inputs);
        Times warm = screen(book, inputs);
        line("  a mail                              %s", warm);
        line("  memory of the rules then            %8.1f MB", (heap() - empty) / 1e6);
        line("  rules that match a mail             %8.1f", warm.matches());

        OneByOne oneByOne = new OneByOne(files);
        List<ScreeningInput> few = inputs.subList(0, Math.min(ONE_BY_ONE, mails));
        few.forEach(oneByOne::screen);
        Times slow =
                Times.of(few, input -> oneByOne.screen(input).matchedRules().size());
        line("  the same rules one by one           %s", slow);
        line("  times as fast                       %8.0f", slow.median() / warm.median());
        line("%s", LinearTable.text());
        return 0;
    }

    private static Times screen(RuleBook book, List<ScreeningInput> inputs) {
        return Times.of(
                inputs,
                input -> book.screen(List.of(), input, false).matchedRules().size());
    }

    private List<ScreeningInput> inputs(Words words) {
        Random random = new Random(seed + 1);
        return IntStream.range(0, mails)
                .mapToObj(i -> ScreeningInput.builder()
                        .subject(words.text(random, 40))
                        .body(words.text(random, size - 40))
                        .build())
                .toList();
    }

    /** Octets in use after a collection. */
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
