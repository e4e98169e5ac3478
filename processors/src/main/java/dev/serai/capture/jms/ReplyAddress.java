package dev.serai.capture.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.activemq.command.ActiveMQDestination;
import org.jspecify.annotations.Nullable;

/** Where a sender wants his answer, as a text that can be kept: {@code queue://answers}, {@code temp-queue://ID:…}. */
final class ReplyAddress {
    private static final int MOST = 1_000;

    private ReplyAddress() {}

    /** The request's JMSReplyTo; null where it has none, or one that no answer may be sent to. */
    static @Nullable String of(Message request) {
        try {
            return request.getJMSReplyTo() instanceof ActiveMQDestination wanted && isAllowed(wanted)
                    ? wanted.getQualifiedName()
                    : null;
        } catch (JMSException unreadable) {
            return null;
        }
    }

    /** The destination of such a text. */
    static ActiveMQDestination destination(String text) {
        return ActiveMQDestination.createDestination(text, ActiveMQDestination.QUEUE_TYPE);
    }

    /** Neither the hub's own destinations nor the broker's, and one only: several and wildcards may hide those. */
    private static boolean isAllowed(ActiveMQDestination wanted) {
        String name = wanted.getPhysicalName().toLowerCase(Locale.ROOT);
        return !wanted.isComposite()
                && !wanted.isPattern()
                && !name.contains("::")
                && name.equals(name.strip())
                && name.chars().noneMatch(Character::isISOControl)
                && Stream.of("serai.internal", "activemq.", "$").noneMatch(name::startsWith)
                && wanted.getQualifiedName().length() <= MOST;
    }
}
