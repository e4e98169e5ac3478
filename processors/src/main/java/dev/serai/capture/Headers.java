package dev.serai.capture;

/** The exchange headers that a capture route's steps find; nothing from outside ever becomes one. */
public final class Headers {
    /** The id of the interaction that was stored. */
    public static final String INTERACTION_ID = "SeraiInteractionId";
    /** The name of the capture point. */
    public static final String CAPTURE_POINT = "SeraiCapturePoint";

    /** On a message in an error destination: why it was refused. */
    public static final String REASON = "SeraiReason";

    private Headers() {}
}
