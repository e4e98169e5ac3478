package dev.serai.transform.bomb;

import com.sun.management.OperatingSystemMXBean;
import dev.serai.kind.KindDetector;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.text.LanguageGuess;
import dev.serai.text.NewText;
import dev.serai.transform.ChainResult;
import dev.serai.transform.Direction;
import dev.serai.transform.FailureAction;
import dev.serai.transform.Scratch;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformerChain;
import dev.serai.transform.TransformerFactories;
import dev.serai.transform.TransformerStep;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the mails of a folder as intake does, in a JVM of its own, whose heap is the bound. Tells a line of each. */
final class BombRun {
    private static final MimeReader READER = new MimeReader();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private BombRun() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        TransformerFactories factories = new TransformerFactories(BombRun.class.getClassLoader());
        TransformerChain chain = new TransformerChain(Stream.of("smime", "tnef", "smime", "uuencode")
                .map(name -> new TransformerStep(name, factories.find(name).create(Map.of()), FailureAction.BYPASS))
                .toList());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path mail : files.filter(Files::isRegularFile).sorted().toList()) {
                read(chain, mail, folder.resolve("made"));
            }
        }
    }

    private static void read(TransformerChain chain, Path mail, Path made) throws IOException {
        long before = SYSTEM.getProcessCpuTime();
        RawSource raw = RawSource.of(mail);
        Scratch scratch = Scratch.ofMail(made, raw.size());
        TransformContext context = new TransformContext(raw, READER, Direction.INBOUND, scratch);
        try (ChainResult result = chain.run(READER.read(raw), context)) {
            MailMessage message = result.message();
            String kind = new KindDetector().detect(message).kind().word();
            NewText parts = NewText.of(message.text(), message.html());
            String language = LanguageGuess.of(parts.text()).orElse("");
            List<String> failed = result.outcomes().stream()
                    .filter(one -> one.result().equals("failed"))
                    .map(Object::toString)
                    .toList();
            System.out.printf(
                    "%s cpu=%d text=%d attachments=%d made=%d failed=%s kind=%s language=%s warnings=%s%n",
                    mail.getFileName(),
                    (SYSTEM.getProcessCpuTime() - before) / 1_000_000,
                    message.text().length(),
                    message.attachments().size(),
                    scratch.most() - scratch.left(),
                    failed,
                    kind,
                    language,
                    message.warnings());
        }
    }
}
