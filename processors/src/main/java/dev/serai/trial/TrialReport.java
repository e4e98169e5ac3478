package dev.serai.trial;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.dispatch.LeavesBy;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.BounceInfo;
import dev.serai.interaction.Party;
import dev.serai.screening.RuleResult;
import dev.serai.strategy.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one mail, and why: one object of `try --json`, absent where unset.
 *
 * @param file as it was named
 * @param tenant whose it would be; absent when it is `default`
 * @param outcome queued, held, stopped or quarantined
 * @param queue where it would wait; absent when it would be done
 * @param availableAt until when it would wait there, unless a reply comes before; absent when it would not
 * @param leaves by which account it would leave; absent when it would not
 * @param reason why it is stopped, held or quarantined
 * @param millis what the dry run took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialReport(
        String file,
        @Nullable String tenant,
        String outcome,
        String kind,
        @Nullable String subject,
        @Nullable Party from,
        List<Party> to,
        List<Party> cc,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable String date,
        String text,
        @Nullable String newText,
        List<AttachmentInfo> attachments,
        @Nullable String language,
        @Nullable BounceInfo bounce,
        List<Transformed> transformers,
        List<String> rules,
        List<RuleResult> screening,

        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
        Map<String, Object> userData,

        List<Decision.Step> decisions,
        @Nullable String queue,
        @Nullable Instant availableAt,
        int priority,
        List<Reply> replies,
        @Nullable LeavesBy leaves,
        List<Part> parts,
        List<String> warnings,
        @Nullable String reason,
        long millis,
        @JsonIgnore String kindReason) {

    /** What one transformer did. */
    public record Transformed(String name, String result, String reason) {}

    /** An automatic reply that would go out, and what outbound transformers would do to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reply(
            String kind,
            String to,
            String subject,
            @Nullable String response,
            @Nullable String language,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Transformed> transformers) {}

    /** One leaf of the mail. */
    public record Part(String contentType, long size, String role) {}

    /** True when the hub could not process it. */
    @JsonIgnore
    public boolean isQuarantined() {
        return outcome.equals("quarantined");
    }
}
