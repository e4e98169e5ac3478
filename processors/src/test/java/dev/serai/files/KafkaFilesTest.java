package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files of clusters and points may say. */
class KafkaFilesTest {
    private static final String CLUSTER = """
            description: The main cluster
            bootstrapServers: kafka-1.example.com:9092, kafka-2.example.com:9092
            """;

    @Test
    void aClusterShouldHaveItsServersSecurityAndOptions() {
        Generation files = files(CLUSTER + """
                security: {protocol: sasl-ssl, mechanism: scram-sha-512, username: hub, secret: env:KAFKA_SECRET}
                options: {client.dns.lookup: use_all_dns_ips, linger.ms: 5}
                """, "priority: 1");

        assertThat(files.problems()).isEmpty();
        KafkaClusterDefinition cluster = files.kafkaClusters().get("main");
        assertThat(cluster.servers()).isEqualTo("kafka-1.example.com:9092,kafka-2.example.com:9092");
        assertThat(cluster.security().mechanism()).isEqualTo(KafkaSecurity.Mechanism.SCRAM_SHA_512);
        assertThat(cluster.options()).containsEntry("linger.ms", "5");
        assertThat(cluster.toString()).doesNotContain("password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.timeout.msx: 1 | no option 'session.timeout.msx'; did you mean 'session.timeout.ms'?",
                "acks: '1' | 'acks' cannot be set: what the hub sends must be safe",
                "isolation.level: read_uncommitted | 'isolation.level' cannot be set: what a transaction took back",
                "sasl.jaas.config: x | would put a secret into a file",
                "linger.ms: soon | linger.ms",
                "interceptor.classes: x | could change or swallow records",
                "partitioner.ignore.keys: true | in one partition, in its order",
                "delivery.timeout.ms: 600000 | 'delivery.timeout.ms' is 600000; expected at most 60000",
                "enable.auto.commit: true | offsets are committed after the database has the work"
            })
    void anOptionThatIsUnknownOrBreaksAPromiseShouldBeRefusedWithTheReason(String option, String reason) {
        assertThat(reasons(CLUSTER + "options: {" + option + "}\n", "priority: 1"))
                .anyMatch(one -> one.contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "options: auto.offset.reset = latest | for the first contact there is startFrom",
                "options: linger.ms = 5 | Kafka's consumers know no option 'linger.ms'",
                "options: key.deserializer = x | reads and writes bytes",
                "topic: a topic | 'a topic' is no topic",
                "maxPerPoll: 501 | is not a whole number from 1 to 500",
                "errorTopic: serai.capture.erp | is the topic that is read",
                "startFrom: middle | 'middle'"
            })
    void aWrongParameterOfAPointShouldBeRefusedWithTheReason(String parameter, String reason) {
        assertThat(reasons(CLUSTER, parameter)).anyMatch(one -> one.contains(reason));
    }

    @Test
    void whoLogsInShouldNeedAReferenceToHisPassword() {
        assertThat(reasons(CLUSTER + "security: {protocol: sasl-ssl, username: hub}\n", "priority: 1"))
                .anyMatch(one -> one.contains("needs 'username' and 'secret'"));
        assertThat(reasons(CLUSTER + "security: {protocol: sasl-ssl, username: hub, secret: open}\n", "priority: 1"))
                .anyMatch(one -> one.contains("never the secret itself"))
                .noneMatch(one -> one.contains("open"));
    }

    private static List<String> reasons(String cluster, String parameter) {
        return files(cluster, parameter).problems().stream()
                .map(Problem::reason)
                .toList();
    }

    private static Generation files(String cluster, String parameter) {
        return Generation.of(FileSet.ofTexts(
                Map.of("config/kafka/main.yaml", cluster, "routes/capture/capture-kafka-erp.camel.yaml", """
                        - route:
                            id: capture-kafka-erp
                            description: A test.
                            from:
                              uri: kamelet:kafka-capture-source
                              parameters:
                                name: erp
                                cluster: main
                                %s
                              steps:
                                - log: {id: captured, message: captured}
                        """.formatted(
                                parameter))));
    }
}
