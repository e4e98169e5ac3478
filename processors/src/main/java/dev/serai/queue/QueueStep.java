package dev.serai.queue;

import dev.serai.interaction.Interaction;
import dev.serai.store.Unit;

/** The work of one strategy queue: decides on an interaction and says what to write. */
public interface QueueStep {

    /** The stage's name in quarantine and timings: intake or strategy. */
    String stage();

    /** Who acts, in events. */
    String actor();

    /**
     * Decides; writes nothing itself.
     *
     * @return the ending to write; it yields false when the work was taken away
     * @throws PutAside when trying again would not help
     * @throws Exception when it failed and should be tried again
     */
    Unit<Boolean> decide(Interaction interaction) throws Exception;

    /** Where a run is just now, in words such as: at step 'crm'; empty when that is not known. */
    default String at(Thread runsOn) {
        return "";
    }

    /** Straight to quarantine: trying again would not help. */
    final class PutAside extends Exception {
        private static final long serialVersionUID = 1L;

        private final String cause;

        /** @param cause a stable kebab word that groups cases */
        public PutAside(String cause, String reason) {
            super(reason);
            this.cause = cause;
        }

        String cause() {
            return cause;
        }
    }
}
