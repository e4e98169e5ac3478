package dev.serai.capture.jms;

import dev.serai.document.Document;
import dev.serai.document.Form;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;

/** The document in a message. Only text and bytes are ever opened: an object message would run foreign code. */
final class JmsContent {
    private static final String NO_DIGEST = "0".repeat(64);

    private JmsContent() {}

    /** @param most bytes of its body */
    static Document of(Message message, long most) {
        try {
            if (message instanceof TextMessage text) {
                return text(text, most);
            }
            return message instanceof BytesMessage bytes
                    ? bytes(bytes, most)
                    : unreadable("only a TextMessage or a BytesMessage is read; this is another kind");
        } catch (JMSException broken) {
            return unreadable("the body of the message cannot be read");
        }
    }

    /** A document that says only why there is none. */
    static Document unreadable(String reason) {
        return Document.unreadable(Form.JSON, NO_DIGEST, Refusal.of(Code.INVALID_REQUEST, reason));
    }

    private static Document text(TextMessage message, long most) throws JMSException {
        String text = message.getText();
        if (text == null || text.isBlank()) {
            return unreadable("the message is empty");
        }
        boolean surelySmall = text.length() * 3L <= most;
        long size = surelySmall ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        return size > most ? tooLarge(size, most) : Document.read(text);
    }

    private static Document bytes(BytesMessage message, long most) throws JMSException {
        long size = message.getBodyLength();
        if (size > most) {
            return tooLarge(size, most);
        }
        byte[] bytes = new byte[(int) size];
        message.reset();
        message.readBytes(bytes);
        return size == 0 ? unreadable("the message is empty") : Document.read(bytes);
    }

    private static Document tooLarge(long size, long most) {
        return unreadable("the message has " + size + " bytes; expected at most " + most);
    }
}
