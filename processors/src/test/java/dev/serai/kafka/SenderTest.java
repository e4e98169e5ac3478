package dev.serai.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Producers that break or hang, played by Kafka's own producer for tests, since no broker breaks one on demand. */
class SenderTest {
    private static final ProducerRecord<byte[], byte[]> RECORD = new ProducerRecord<>("t", new byte[0]);

    private final List<MockProducer<byte[], byte[]>> made = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(classes = {KafkaException.class, IllegalStateException.class, InvalidTopicException.class})
    void aProducerThatBrokeShouldBeSaidAsTroubleAndNotBeUsedAgain(Class<? extends RuntimeException> kind)
            throws Exception {
        RuntimeException broken = kind.getConstructor(String.class).newInstance("broken");
        try (Sender sender = sender(true, Duration.ofSeconds(5))) {
            sender.send(RECORD);
            made.get(0).sendException = broken;

            assertThatThrownBy(() -> sender.send(RECORD))
                    .isInstanceOf(KafkaTrouble.class)
                    .hasMessageContaining("broken");
            assertThatCode(() -> sender.send(RECORD)).doesNotThrowAnyException();
            assertThat(made.get(0).closed()).isTrue();
        }
    }

    @Test
    void aSendThatHangsShouldEndAndItsProducerNotBeUsedAgain() throws Exception {
        try (Sender sender = sender(false, Duration.ofMillis(100))) {
            assertThatThrownBy(() -> sender.send(RECORD))
                    .isInstanceOf(KafkaTrouble.class)
                    .hasMessageContaining("hangs");
            assertThat(made.get(0).closed()).isTrue();
        }
    }

    @Test
    void aRecordThatIsTooLargeShouldHoldUpNoOther() throws Exception {
        try (Sender sender = sender(true, Duration.ofSeconds(5))) {
            sender.send(RECORD);
            made.get(0).sendException = new RecordTooLargeException("large");

            assertThat(sender.sendAll(List.of(RECORD, RECORD)))
                    .hasSize(2)
                    .allMatch(trouble -> trouble != null && trouble.isOfRecord());
            assertThat(made.get(0).closed()).isFalse();
        }
    }

    private Sender sender(boolean completes, Duration patience) {
        return new Sender(
                () -> {
                    MockProducer<byte[], byte[]> producer =
                            new MockProducer<>(completes, null, new ByteArraySerializer(), new ByteArraySerializer());
                    made.add(producer);
                    return producer;
                },
                patience);
    }
}
