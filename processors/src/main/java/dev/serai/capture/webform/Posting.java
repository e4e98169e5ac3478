package dev.serai.capture.webform;

import dev.serai.files.PointDefaults;
import dev.serai.files.QueueDefinition;
import dev.serai.files.WebformDefinition;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.Party;
import dev.serai.operation.Outcome;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.NewInteraction;
import dev.serai.store.RawContent;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a post an interaction: it waits in `intake` to be read as a mail, or is stopped as spam in the same transaction.
 *
 * @param raw the mail that was composed of it
 * @param origin the web site that it came from, as the browser says
 */
public record Posting(
        InteractionId id,
        WebformDefinition form,
        VisitorMail mail,
        RawContent raw,
        @Nullable String origin) implements Unit<Outcome<InteractionId>> {
    /** User data: the form's name. */
    public static final String WEBFORM = "Webform";
    /** User data: the web site that it came from. */
    public static final String ORIGIN = "WebformOrigin";

    @Override
    public long bytes() {
        return 4096L + raw.size();
    }

    @Override
    public Outcome<InteractionId> apply(Tx tx) {
        PointDefaults point = form.point();
        Instant now = tx.now();
        tx.interactions()
                .insert(new NewInteraction(
                        id,
                        point.tenant(),
                        new Origin(
                                point.name(),
                                null,
                                null,
                                id,
                                point.mediaType(),
                                point.type(),
                                point.subtype(),
                                now,
                                now),
                        content(),
                        null,
                        form.language().orElse(null),
                        userData()));
        tx.raw().insert(point.tenant(), id, raw);
        WorkRow row = tx.events()
                .append(
                        WorkRow.born(
                                point.tenant(),
                                id,
                                QueueDefinition.INTAKE,
                                point.priority().orElse(0),
                                now),
                        submitted());
        tx.work().insert(row);
        if (mail.isTrapped()) {
            WorkChange.By by = WorkChange.By.of(point.name().actor())
                    .because("the field '" + form.entrance().honeypot().orElse("")
                            + "', which people do not see, was filled in");
            new WorkChange(tx, row, by).stop("spam");
        }
        return Outcome.done(id);
    }

    private NewEvent submitted() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("queue", QueueDefinition.INTAKE.value());
        if (origin != null) {
            told.put("origin", origin);
        }
        if (!mail.others().isEmpty()) {
            told.put("fields", List.copyOf(mail.others().keySet()));
        }
        if (!mail.files().isEmpty()) {
            told.put("files", mail.files().size());
        }
        return NewEvent.of("serai.interaction.submitted", form.name().actor()).with(told);
    }

    private Map<String, Object> userData() {
        Map<String, Object> data = new LinkedHashMap<>(mail.userData());
        data.put(WEBFORM, form.name().value());
        if (origin != null) {
            data.put(ORIGIN, origin);
        }
        return data;
    }

    /** Until intake has read the mail, and of spam for ever. */
    private Content content() {
        Content said = Content.ofSubject(mail.subject());
        return new Content(
                said.kind(),
                mail.subject(),
                mail.from(),
                List.of(new Party(null, form.address())),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                mail.letter(),
                null,
                "",
                List.<AttachmentInfo>of(),
                null,
                true,
                "",
                List.of());
    }
}
