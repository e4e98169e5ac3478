package dev.serai.strategy;

import dev.serai.conversation.Insiders;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.store.OutboundRow.Approval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /**
     * Whether no client wrote any of it: an acknowledgement, an automatic response or a notification that a strategy or the
     * hub wanted, and that nobody edited.
     */
    public boolean isAutomatic() {
        return Kind.isAutomatic(getSubtype()) && known(Written::isUntouched, false);
    }

    /** Who wrote an outbound mail: a key, a worker, or the strategy that wanted it; empty for other interactions. */
    public String getAuthor() {
        return known(Written::author, "");
    }

    /** Whoever wrote some of it: the author, and who changed it since. */
    public List<String> getAuthors() {
        return known(
                written -> Stream.concat(Stream.of(written.author()), written.editors().stream())
                        .distinct()
                        .toList(),
                List.of());
    }

    /** Where the interaction lay that an outbound mail answers or passes on; empty where there is none. */
    public String getParentQueue() {
        return known(written -> Optional.ofNullable(written.parentQueue()), Optional.<QueueName>empty())
                .map(QueueName::value)
                .orElse("");
    }

    /** Whether somebody approved an outbound mail, and nothing of it was changed since. */
    public boolean isApproved() {
        return !getApprovedBy().isEmpty();
    }

    /** Who approved it; empty while nobody did, or when it was changed since. */
    public String getApprovedBy() {
        return known(written -> Optional.ofNullable(written.approval()), Optional.<Approval>empty())
                .map(Approval::by)
                .orElse("");
    }

    /** By which account an outbound mail would leave; empty where there is none. */
    public String getAccount() {
        return known(written -> written.account().get(), "");
    }

    /** The HTML of an outbound mail as text; empty where it has none. */
    public String getHtmlText() {
        return known(written -> written.html().get(), "");
    }

    /** The bare addresses of To, Cc and, for outbound mail, Bcc. */
    public List<String> getRecipients() {
        return Stream.of(content().to(), content().cc(), content().bcc())
                .flatMap(List::stream)
                .map(Party::address)
                .distinct()
                .toList();
    }

    /** Those recipients that are neither our own addresses nor of the domain of one of them. */
    public List<String> getOutside() {
        Set<String> ours = run.ours().all();
        return getRecipients().stream()
                .filter(address -> !Insiders.isOne(address, ours))
                .toList();
    }

    /** 0 to 99, by the interaction's id alone: the same in each run. `${body.sample} < 5` takes every twentieth. */
    public int getSample() {
        return Math.floorMod(getId().hashCode(), 100);
    }

    private <T> T known(Function<Written, T> what, T otherwise) {
        Written written = run.written();
        return written == null ? otherwise : what.apply(written);
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
