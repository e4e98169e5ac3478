package dev.serai.queue;

/** An ending that wants to know that it was written, such as to count what it did. */
@FunctionalInterface
public interface CommitListener {

    /** Called once, after the durable commit; not when the work was taken away. */
    void committed();
}
