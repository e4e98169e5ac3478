package dev.serai.store;

/** Another transaction recorded the same delivery key meanwhile: applied again, the unit finds the first answer. */
public final class DeliveryConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeliveryConflict() {
        super("the delivery key was applied meanwhile");
    }
}
