package dev.serai.capture.jms;

import dev.serai.files.JmsPointDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.command.ActiveMQDestination;
import org.jspecify.annotations.Nullable;

/** Where a sender wants his answer, as a text that can be kept: {@code queue://answers}, {@code temp-queue://ID:…}. */
final class ReplyAddress {
    private static final int MOST = 1_000;
    /** What brokers may take away before they look a name up. */
    private static final Pattern PREFIX = Pattern.compile("^(?:jms\\.(?:temp-?)?(?:queue|topic)\\.)+");

    private ReplyAddress() {}

    /**
     * The request's JMSReplyTo; null where it has none, or one that no answer may be sent to.
     *
     * @param own names of destinations of capture points, in lower case
     */
    static @Nullable String of(Message request, Set<String> own) {
        try {
            return request.getJMSReplyTo() instanceof ActiveMQDestination wanted && isAllowed(wanted, own)
                    ? wanted.getQualifiedName()
                    : null;
        } catch (JMSException unreadable) {
            return null;
        }
    }

    /** The destinations of capture points, in lower case: an answer there would be read as a request, or hide in a copy. */
    static Set<String> ownDestinations(Collection<JmsPointDefinition> points) {
        return points.stream()
                .flatMap(point -> Stream.of(
                        point.destination(),
                        point.processedDestination(),
                        point.errorDestination(),
                        point.notificationDestination()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The destination of such a text. */
    static ActiveMQDestination destination(String text) {
        return ActiveMQDestination.createDestination(text, ActiveMQDestination.QUEUE_TYPE);
    }

    /** Neither the hub's own destinations nor the broker's, and one only: several and wildcards may hide those. */
    private static boolean isAllowed(ActiveMQDestination wanted, Set<String> own) {
        String name = PREFIX.matcher(wanted.getPhysicalName().toLowerCase(Locale.ROOT))
                .replaceFirst("");
        return !wanted.isComposite()
                && !wanted.isPattern()
                && !own.contains(name)
                && !name.contains("::")
                && !name.contains("://")
                && name.equals(name.strip())
                && name.chars().noneMatch(Character::isISOControl)
                && Stream.of("serai.", "activemq.", "$").noneMatch(name::startsWith)
                && wanted.getQualifiedName().length() <= MOST;
    }
}
