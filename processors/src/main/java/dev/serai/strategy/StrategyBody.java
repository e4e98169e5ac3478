package dev.serai.strategy;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.interaction.PointName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The interaction as strategies see it, read-only: `${body.kind}`, `${body.userData[tier]}`, `${body.from.address}`. Its
 * user data include what the run attached so far.
 */
public final class StrategyBody {
    private final StrategyRun run;

    StrategyBody(StrategyRun run) {
        this.run = run;
    }

    public String getId() {
        return interaction().id().value();
    }

    /** Whose it is; default where nobody said. */
    public String getTenant() {
        return interaction().tenant();
    }

    /** message, auto-reply, delivery-failure, delivery-report or disposition. */
    public String getKind() {
        return content().kind();
    }

    public String getSubject() {
        String subject = content().subject();
        return subject == null ? "" : subject;
    }

    public String getText() {
        return content().text();
    }

    /** The text apart from quoted mail and signature. */
    public String getNewText() {
        String fresh = content().newText();
        return fresh == null ? content().text() : fresh;
    }

    public @Nullable Party getFrom() {
        return content().from();
    }

    /** The sender's bare address; empty where there is none. */
    public String getFromAddress() {
        Party from = content().from();
        return from == null ? "" : from.address();
    }

    public List<Party> getTo() {
        return content().to();
    }

    public List<Party> getCc() {
        return content().cc();
    }

    public @Nullable String getMessageId() {
        return content().messageId();
    }

    public List<AttachmentInfo> getAttachments() {
        return content().attachments();
    }

    public @Nullable String getLanguage() {
        return interaction().language();
    }

    public String getCapturePoint() {
        PointName point = interaction().origin().capturePoint();
        return point == null ? "" : point.value();
    }

    public String getMediaType() {
        return interaction().origin().mediaType();
    }

    public String getType() {
        return interaction().origin().type();
    }

    public String getSubtype() {
        return interaction().origin().subtype();
    }

    public @Nullable String getExternalId() {
        return interaction().origin().externalId();
    }

    public String getThreadId() {
        return interaction().origin().threadId().value();
    }

    public Instant getReceivedAt() {
        return interaction().origin().receivedAt();
    }

    public @Nullable Contact getContact() {
        return interaction().contact();
    }

    public int getPriority() {
        return run.priority();
    }

    public int getPlacement() {
        return interaction().standing().placement();
    }

    /** Why it goes on after a wait: time, reply or failure; empty where it did not wait here. */
    public String getWaited() {
        return interaction().standing().waiting().reason();
    }

    /** How often it waited. */
    public int getWaits() {
        return interaction().standing().waiting().times();
    }

    /** What ended the wait before its time. */
    public @Nullable StrategyReply getReply() {
        return run.reply();
    }

    public Map<String, Object> getUserData() {
        return run.userData();
    }

    /** Nothing of the mail gets into a log by way of `${body}`. */
    @Override
    public String toString() {
        return "interaction " + getId();
    }

    private Interaction interaction() {
        return run.interaction();
    }

    private Content content() {
        return run.interaction().content();
    }
}
