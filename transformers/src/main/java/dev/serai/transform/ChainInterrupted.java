package dev.serai.transform;

/** The thread that ran the chain was interrupted, which is no fault of the mail: it is to be tried again. */
public final class ChainInterrupted extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ChainInterrupted(String transformer) {
        super("transforming was interrupted at " + transformer);
    }
}
