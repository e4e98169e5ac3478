package dev.serai.store;

import dev.serai.interaction.QueueName;

/** An interaction was to wait in a queue of another tenant; nothing of its unit is written. */
public final class ForeignQueueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignQueueException(String tenant, QueueName queue) {
        super(words(tenant, queue));
    }

    /** The reason, for those who asked before. */
    public static String words(String tenant, QueueName queue) {
        return "queue '" + queue + "' is not declared for all or for tenant '" + tenant + "', whose the interaction is";
    }
}
