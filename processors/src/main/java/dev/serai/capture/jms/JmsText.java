package dev.serai.capture.jms;

import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of a message. Only text and bytes are ever opened: an object message would run foreign code. */
final class JmsText {
    private static final long LIMIT = 10L << 20;

    private JmsText() {}

    /** @throws RefusedException when there is none */
    static String of(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return required(text.getText());
        }
        if (message instanceof BytesMessage bytes) {
            return utf8(bytes);
        }
        throw refused("only a TextMessage or a BytesMessage is read; this is another kind");
    }

    /** The message's id, by which a redelivery is known. */
    static String id(Message message) throws JMSException {
        String id = message.getJMSMessageID();
        if (id == null || id.isBlank()) {
            throw refused("the message has no JMSMessageID, by which a redelivery is known");
        }
        return id;
    }

    private static String utf8(BytesMessage message) throws JMSException {
        if (message.getBodyLength() > LIMIT) {
            throw refused("the message has " + message.getBodyLength() + " bytes; expected at most " + LIMIT);
        }
        byte[] bytes = new byte[(int) message.getBodyLength()];
        message.reset();
        message.readBytes(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException bad) {
            throw refused("the bytes of the message are not UTF-8");
        }
    }

    private static String required(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw refused("the message is empty");
        }
        return text;
    }

    private static RefusedException refused(String reason) {
        return new RefusedException(Refusal.of(Code.INVALID_REQUEST, reason));
    }
}
