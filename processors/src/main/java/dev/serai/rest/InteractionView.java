package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Origin;
import dev.serai.interaction.Standing;
import dev.serai.operation.Lease;
import dev.serai.operation.UserDataFields;
import dev.serai.overdue.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An interaction as REST writes it; mail fields are named as in `try --json`. */
final class InteractionView {
    private InteractionView() {}

    /** With everything; when it should be done by the files of a generation. */
    static Map<String, Object> full(Interaction interaction, Generation generation) {
        return due(doc(interaction), interaction, generation)
                .put("text", interaction.content().text())
                .put("newText", interaction.content().newText())
                .map();
    }

    /** Without the text, as in lists. */
    static Map<String, Object> brief(Interaction interaction) {
        return doc(interaction).map();
    }

    /** Without the text, with when it should be done. */
    static Map<String, Object> brief(Interaction interaction, Generation generation) {
        return due(doc(interaction), interaction, generation).map();
    }

    private static Doc due(Doc doc, Interaction interaction, Generation generation) {
        return Objective.of(interaction, generation)
                .map(objective -> doc.put("serviceObjective", objective.time().toSeconds())
                        .put("dueAt", objective.dueAt()))
                .orElse(doc);
    }

    /** In a client's hands. */
    static Map<String, Object> leased(Lease lease, Generation generation) {
        Map<String, Object> view = full(lease.interaction(), generation);
        view.put("lease", lease(lease));
        return view;
    }

    static Map<String, Object> lease(Lease lease) {
        return Map.of("token", lease.token(), "expiresAt", lease.expiresAt().toString());
    }

    private static Doc doc(Interaction interaction) {
        Doc doc = new Doc().put("id", interaction.id()).put("version", interaction.version());
        origin(doc, interaction.origin());
        doc.put("tenant", interaction.tenant());
        standing(doc, interaction.standing());
        doc.put("language", interaction.language()).put("contact", interaction.contact());
        content(doc, interaction);
        userData(doc, interaction.userData());
        return doc;
    }

    private static void origin(Doc doc, Origin origin) {
        doc.put("capturePoint", origin.capturePoint())
                .put("externalId", origin.externalId())
                .put("parentId", origin.parentId())
                .put("threadId", origin.threadId())
                .put("mediaType", origin.mediaType())
                .put("type", origin.type())
                .put("subtype", origin.subtype())
                .put("receivedAt", origin.receivedAt())
                .put("submittedAt", origin.submittedAt());
    }

    private static void standing(Doc doc, Standing standing) {
        doc.put("state", standing.state())
                .put("queue", standing.queue())
                .put("placement", standing.placement())
                .put("priority", standing.priority())
                .put("placedInQueueAt", standing.placedInQueueAt())
                .put("movedToQueueAt", standing.movedToQueueAt())
                .put("availableAt", standing.availableAt())
                .put("waitsUntil", standing.waiting().until())
                .put(
                        "waits",
                        standing.waiting().times() == 0
                                ? null
                                : standing.waiting().times())
                .put("assignedTo", standing.assignedTo())
                .put("assignedAt", standing.assignedAt())
                .put("leaseUntil", standing.leaseUntil())
                .put("heldAt", standing.heldAt())
                .put("heldUntil", standing.heldUntil())
                .put("stoppedAt", standing.stoppedAt())
                .put("stopReason", standing.stopReason());
    }

    private static void content(Doc doc, Interaction interaction) {
        Content content = interaction.content();
        doc.put("kind", content.kind())
                .put("subject", content.subject())
                .put("from", content.from())
                .put("to", content.to())
                .put("cc", content.cc())
                .put("bcc", content.bcc().isEmpty() ? null : content.bcc())
                .put("replyTo", content.replyTo())
                .put("messageId", content.messageId())
                .put("inReplyTo", content.inReplyTo())
                .put("references", content.references())
                .put("date", content.date())
                .put("bounce", content.bounce())
                .put("attachments", attachments(interaction))
                .put("warnings", content.warnings());
    }

    private static List<Map<String, Object>> attachments(Interaction interaction) {
        List<Map<String, Object>> views = new ArrayList<>();
        List<AttachmentInfo> all = interaction.content().attachments();
        for (int i = 0; i < all.size(); i++) {
            AttachmentInfo one = all.get(i);
            views.add(new Doc()
                    .put("name", one.name())
                    .put("contentType", one.contentType())
                    .put("size", one.size())
                    .put("inline", one.inline())
                    .put("contentId", one.contentId())
                    .put("sha256", one.sha256())
                    .put("href", ApiRequest.ROOT + "/interactions/" + interaction.id() + "/attachments/" + (i + 1))
                    .map());
        }
        return views;
    }

    private static void userData(Doc doc, Map<String, Object> userData) {
        Map<String, Object> rest = new TreeMap<>(userData);
        UserDataFields.BUSINESS.forEach(name -> doc.put(name, rest.remove(name)));
        doc.always("userData", rest);
    }
}
