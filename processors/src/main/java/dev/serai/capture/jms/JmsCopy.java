package dev.serai.capture.jms;

import dev.serai.capture.Headers;
import dev.serai.interaction.CleanText;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is put aside: its body unopened and its properties as they came, except for those that the hub or the
 * broker would take for their own.
 */
final class JmsCopy {
    private static final int REASON = 4_000;
    private static final List<String> NOT_THEIRS = List.of("serai", "camel", "jms", "amq_", "_amq", "__amq", "__hdr");

    private JmsCopy() {}

    /** @param reason why it is put aside; null when all was done */
    static void prepare(Message message, @Nullable String reason) throws JMSException {
        String id = message.getJMSMessageID();
        Map<String, Object> properties = properties(message);
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            set(message, property.getKey(), property.getValue());
        }
        if (id != null) {
            message.setStringProperty(Headers.MESSAGE_ID, id);
        }
        if (reason != null) {
            message.setStringProperty(Headers.REASON, CleanText.clipped(reason, REASON));
        }
    }

    private static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = String.valueOf(names.nextElement());
            if (NOT_THEIRS.stream().noneMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        return properties;
    }

    /** Of what cannot be set again, another broker's kinds of values, the rest of the message is worth more. */
    private static void set(Message message, String name, Object value) throws JMSException {
        try {
            message.setObjectProperty(name, value);
        } catch (JMSException | IllegalArgumentException odd) {
            message.setStringProperty(name, String.valueOf(value));
        }
    }
}
