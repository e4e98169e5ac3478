package dev.serai.capture.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.command.ActiveMQObjectMessage;
import org.apache.activemq.util.ByteSequence;

/** An object message whose bytes name a class that nobody has. */
final class ForgedObject {
    private ForgedObject() {}

    static Message in(Session session) throws JMSException {
        ActiveMQObjectMessage message = (ActiveMQObjectMessage) session.createObjectMessage();
        message.setContent(new ByteSequence(forged()));
        return message;
    }

    private static byte[] forged() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Bomb());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        String text = bytes.toString(StandardCharsets.ISO_8859_1)
                .replace("dev.serai.capture.jms.Bomb", "org.evil.capture.jms.Bombs");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
