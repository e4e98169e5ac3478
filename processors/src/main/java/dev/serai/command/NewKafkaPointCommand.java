package dev.serai.command;

import dev.serai.scaffold.KafkaPointDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a Kafka capture point. */
@Command(
        name = "kafka-point",
        header = "A Kafka topic to capture work from: routes/capture/capture-kafka-NAME.camel.yaml.",
        sortOptions = false)
final class NewKafkaPointCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among all capture points, for ever.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--queue", paramLabel = "NAME", description = "Where its work goes; inbound unless given.")
    private String queue = "inbound";

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            description = "The cluster, a file in config/kafka/; main unless given.")
    private String cluster = "main";

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new KafkaPointDraft(name, queue, cluster).draft(home));
    }
}
