package dev.serai.app;

import java.util.Locale;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.region.policy.SharedDeadLetterStrategy;
import org.apache.activemq.command.ActiveMQDestination;

/**
 * How full the embedded broker's store may be for whom: what is only a copy or news ends first, so that it leaves room
 * for requests, and the last room is for refused messages.
 */
final class BrokerPolicies extends PolicyMap {
    private static final int COPIES = 50;
    private static final int ANSWERS = 65;
    private static final int REQUESTS = 80;
    private static final int ALL = 100;

    private final transient PolicyEntry copies = entry(COPIES);
    private final transient PolicyEntry answers = entry(ANSWERS);
    private final transient PolicyEntry requests = entry(REQUESTS);
    private final transient PolicyEntry refused = entry(ALL);

    @Override
    public PolicyEntry getEntryFor(ActiveMQDestination destination) {
        String name = destination.getPhysicalName().toLowerCase(Locale.ROOT);
        if (destination.isTopic() || name.endsWith(".processed")) {
            return copies;
        }
        if (name.endsWith(".error")) {
            return refused;
        }
        return destination.isTemporary() || name.endsWith(".notification") ? answers : requests;
    }

    /** That a message was delivered before outlives the broker; copies and answers that expire are gone. */
    private static PolicyEntry entry(int percent) {
        SharedDeadLetterStrategy dead = new SharedDeadLetterStrategy();
        dead.setProcessExpired(false);
        PolicyEntry entry = new PolicyEntry();
        entry.setPersistJMSRedelivered(true);
        entry.setDeadLetterStrategy(dead);
        entry.setStoreUsageHighWaterMark(percent);
        return entry;
    }
}
