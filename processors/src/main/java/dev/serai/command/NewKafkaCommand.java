package dev.serai.command;

import dev.serai.scaffold.KafkaDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a Kafka cluster. */
@Command(
        name = "kafka",
        header = "A Kafka cluster that points and events use: config/kafka/NAME.yaml.",
        sortOptions = false)
final class NewKafkaCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "What points call it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = "--servers",
            paramLabel = "HOST:PORT,…",
            description = "Where it is found; localhost:9092 unless given.")
    private String servers = "localhost:9092";

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new KafkaDraft(name, servers).draft(home));
    }
}
