package dev.serai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtemisTest {
    @TempDir
    private Path folder;

    @Test
    void messagesShouldSurviveWhenItGoesAwayAndComesBack() throws JMSException {
        try (Artemis artemis = Artemis.start(folder)) {
            send(artemis, "1");
            artemis.stop();
            artemis.restart();

            assertThat(received(artemis)).isEqualTo("1");
        }
    }

    @Test
    void secondMessageWithADuplicateIdShouldBeDropped() throws JMSException {
        try (Artemis artemis = Artemis.start(folder)) {
            send(artemis, "1");
            send(artemis, "1");
            send(artemis, "2");

            assertThat(artemis.messages("q")).isEqualTo(2);
        }
    }

    private static void send(Artemis artemis, String id) throws JMSException {
        try (Connection connection = new ActiveMQConnectionFactory(artemis.url()).createConnection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue("q"));
            TextMessage message = session.createTextMessage(id);
            message.setStringProperty("_AMQ_DUPL_ID", id);
            producer.send(message);
        }
    }

    private static String received(Artemis artemis) throws JMSException {
        try (Connection connection = new ActiveMQConnectionFactory(artemis.url()).createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            return ((TextMessage)
                            session.createConsumer(session.createQueue("q")).receive(5_000))
                    .getText();
        }
    }
}
