package dev.serai.dispatch;

import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail about to be written: everything checked, nothing left to choose. */
record Letter(
        OutboundDraft.Kind kind,
        String messageId,
        Instant at,
        @Nullable Party from,
        List<Party> to,
        List<Party> cc,
        List<Party> bcc,
        String subject,
        Lineage lineage,
        @Nullable String language,
        Body body,
        @Nullable Passing passing) {}
