package dev.serai.document;

import dev.serai.operation.ChangeRequest;
import dev.serai.operation.Refusal;
import dev.serai.operation.SubmitRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One operation that a document asks for. */
public sealed interface Request {

    /** The interaction that it names. */
    Reference reference();

    /** A new interaction. */
    record Submit(Reference reference, SubmitRequest submit) implements Request {}

    /** Other values for some of its properties. */
    record Update(Reference reference, ChangeRequest change) implements Request {}

    /**
     * The end of its life.
     *
     * @param reason a stop reason or a sentence; null = cancelled
     */
    record Stop(Reference reference, @Nullable String reason) implements Request {}

    /**
     * Nobody gets it for a while.
     *
     * @param until when it waits again by itself; null = when it is resumed
     * @param reason a sentence for the timeline
     */
    record Hold(
            Reference reference,
            @Nullable Instant until,
            @Nullable String reason) implements Request {}

    /** What was held waits again. */
    record Resume(Reference reference, @Nullable String reason) implements Request {}

    /** All its properties are wanted. */
    record GetInfo(Reference reference) implements Request {}

    /** Is the hub there? */
    record Ping() implements Request {
        @Override
        public Reference reference() {
            return Reference.NONE;
        }
    }

    /** It cannot be understood; where it stands is part of the reason. */
    record Unreadable(Reference reference, Refusal refusal) implements Request {}
}
