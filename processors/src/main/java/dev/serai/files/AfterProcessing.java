package dev.serai.files;

/** What happens on the server with a mail that the hub has stored. */
public enum AfterProcessing {
    /** Nothing. */
    NONE,
    /** It is marked as read (IMAP). */
    MARK_SEEN,
    /** It moves to another folder (IMAP). */
    MOVE,
    /** It is deleted. */
    DELETE
}
