package dev.serai.capture;

/** The exchange headers that a capture route's steps find; nothing from outside ever becomes one. */
public final class Headers {
    /** The id of the interaction that was stored. */
    public static final String INTERACTION_ID = "SeraiInteractionId";
    /** The name of the capture point. */
    public static final String CAPTURE_POINT = "SeraiCapturePoint";

    /** On a message in an error destination: why it was refused. */
    public static final String REASON = "SeraiReason";

    /** On a message that was put aside: the id that it came with. */
    public static final String MESSAGE_ID = "SeraiMessageId";

    /** On what a point is sent: the same however often it is sent, so that receivers can drop repeats. */
    public static final String DELIVERY = "SeraiDelivery";

    /** On what a point is sent: response or notification. */
    public static final String KIND = "SeraiKind";

    private Headers() {}
}
