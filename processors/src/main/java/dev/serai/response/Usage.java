package dev.serai.response;

/** What a standard response may be used for. */
public enum Usage {
    ACKNOWLEDGEMENT,
    AUTORESPONSE,
    SUGGESTION,
    NOTIFICATION
}
