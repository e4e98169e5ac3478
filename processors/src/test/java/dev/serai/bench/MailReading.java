package dev.serai.bench;

import dev.serai.app.TestInstance;
import dev.serai.chain.Chains;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.intake.MailIntake;
import dev.serai.intake.Reading;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.ChainResult;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many mails one thread reads in a second. `./serai bench reading` runs it; arguments are JMH's own. Each mail has text,
 * HTML and a small attachment, and is another one than the last.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(
        value = 1,
        jvmArgs = {"-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class MailReading {
    private static final int MAILS = 512;

    /** Octets of a mail, roughly. */
    @Param("5120")
    public int size;

    private final byte[][] mails = new byte[MAILS][];
    private final Session session = Session.getInstance(new Properties());
    private final MimeReader reader = new MimeReader();
    private Chains chains;
    private MailIntake intake;
    private int next;

    /** Writes the mails and reads the shipped files. */
    @Setup
    public void prepare() {
        BenchMail source = new BenchMail(size);
        for (int i = 0; i < MAILS; i++) {
            mails[i] = source.number(i);
        }
        Home home = new Home(TestInstance.checkout(), TestInstance.checkout());
        Generation generation = Generation.load(home);
        chains = Chains.forTrial(generation, MailReading.class.getClassLoader());
        intake = new MailIntake(generation, chains);
    }

    private byte[] mail() {
        next = (next + 1) % MAILS;
        return mails[next];
    }

    /** What the goal of 10,000 a second speaks of: structure, headers, texts and digests, then every built-in transformer. */
    @Benchmark
    public ChainResult parseAndTransform() throws IOException {
        return chains.inbound(RawSource.of(mail()), List.of());
    }

    /** Structure, headers, texts and digests alone. */
    @Benchmark
    public Object parse() throws IOException {
        return reader.read(RawSource.of(mail()));
    }

    /** All that intake does before it writes: the above, kind, language, user data. */
    @Benchmark
    public Reading intake() throws IOException {
        return intake.read(RawSource.of(mail()), null, "default");
    }

    /** For comparison: Jakarta Mail, each leaf's bytes decoded once. */
    @Benchmark
    public long angusMail() throws IOException, MessagingException {
        return decoded(new MimeMessage(session, new ByteArrayInputStream(mail())));
    }

    /** For comparison: Apache James Mime4j's document. */
    @Benchmark
    public Message mime4jDocument() throws IOException {
        return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(mail()));
    }

    private static long decoded(Part part) throws IOException, MessagingException {
        if (!part.isMimeType("multipart/*")) {
            try (InputStream in = part.getInputStream()) {
                return in.readAllBytes().length;
            }
        }
        long size = 0;
        Multipart parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            size += decoded(parts.getBodyPart(i));
        }
        return size;
    }

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        new Runner(new OptionsBuilder()
                        .parent(given)
                        .include(given.getIncludes().isEmpty() ? MailReading.class.getName() : "^$")
                        .jvmArgsAppend("-Dserai.home=" + TestInstance.checkout())
                        .addProfiler(ProcessorTime.class)
                        .build())
                .run();
    }
}
