package dev.serai.files;

/** Whether a problem keeps a generation from becoming live. */
public enum Severity {
    /** The file cannot be used. */
    ERROR,
    /** The file works, yet probably not as meant. */
    WARNING
}
