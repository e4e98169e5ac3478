package dev.serai.kind;

import org.jspecify.annotations.Nullable;

/**
 * What a mail is and whether a program may answer it.
 *
 * @param kind the sort of mail
 * @param reason the sign that decided, as a sentence
 * @param bounce what a report says; null where the mail is none
 * @param automaticAnswerAllowed false for everything that RFC 3834 section 2 says must not be answered by a program
 * @param automaticAnswerReason why not, or that nothing speaks against it, as a sentence
 */
public record Classification(
        Kind kind,
        String reason,
        @Nullable Bounce bounce,
        boolean automaticAnswerAllowed,
        String automaticAnswerReason) {}
