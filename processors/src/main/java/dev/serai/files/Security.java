package dev.serai.files;

/** How a connection to a mail server is protected. */
public enum Security {
    /** TLS from the first byte. */
    TLS,
    /** STARTTLS, and no login without it. */
    STARTTLS_REQUIRED,
    /** STARTTLS where the server offers it. */
    STARTTLS,
    /** None. */
    NONE
}
