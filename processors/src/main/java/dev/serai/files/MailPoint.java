package dev.serai.files;

import dev.serai.files.MailboxDefinition.JoinBySubject;
import dev.serai.interaction.AccountName;
import java.util.List;
import java.util.Optional;

/** A capture point whose interactions are mail, read at intake before their first strategy. */
public interface MailPoint extends PointDefinition {
    /** The address of ours that its mail is to. */
    String address();

    /** The account that answers. */
    AccountName replyVia();

    /** Of its mail, when fixed. */
    Optional<String> language();

    /** Names out of transformers.yaml; empty = all that are enabled. */
    List<String> transformers();

    /** Whether a subject may say which thread its mail belongs to. */
    default JoinBySubject joinBySubject() {
        return JoinBySubject.NEVER;
    }

    /** Whether its mail is composed here of what somebody wrote: then it is a person's, whatever it looks like. */
    default boolean isWrittenHere() {
        return false;
    }
}
