package dev.serai.capture.mailbox;

/** Another node has the mailbox now; what was not taken yet is its business. */
final class RoleLost extends Exception {
    private static final long serialVersionUID = 1L;
}
