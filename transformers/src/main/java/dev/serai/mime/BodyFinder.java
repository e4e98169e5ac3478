package dev.serai.mime;

import dev.serai.message.PartRole;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which leaf is what. The first readable leaf is the text, in a multipart/alternative together with its HTML;
 * later texts are attachments, so that nothing is lost. It does not look into nested messages.
 */
final class BodyFinder {
    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status",
            "message/global-delivery-status",
            "message/disposition-notification",
            "message/global-disposition-notification",
            "message/feedback-report");
    private static final Set<String> RETURNED_HEADERS = Set.of("text/rfc822-headers", "message/global-headers");

    private final List<Entity> leaves = new ArrayList<>();
    private @Nullable Entity plain;
    private @Nullable Entity html;
    private boolean namedToo;

    private BodyFinder() {}

    static BodyFinder of(Entity root) {
        BodyFinder finder = new BodyFinder();
        finder.gather(root);
        finder.find(root);
        if (finder.plain == null && finder.html == null) {
            finder.namedToo = true;
            finder.find(root);
        }
        if (finder.plain == null && finder.html == null) {
            finder.plain = finder.leaves.stream()
                    .filter(BodyFinder::isOtherText)
                    .findFirst()
                    .orElse(null);
        }
        return finder;
    }

    /** Every leaf in order. */
    List<Entity> leaves() {
        return leaves;
    }

    /** The plain body, or a text in another format where there is neither plain nor HTML. */
    @Nullable
    Entity plain() {
        return plain;
    }

    @Nullable
    Entity html() {
        return html;
    }

    /** The charset that the body says it is in; null where it says none, or none that is believed. */
    @Nullable
    Charset charset(CharsetAdvice advice) {
        Entity body = plain == null ? html : plain;
        return body == null
                ? null
                : CharsetNames.find(advice.believed(body.type().get("charset")));
    }

    PartRole roleOf(Entity leaf) {
        if (leaf == plain) {
            return PartRole.TEXT;
        }
        if (leaf == html) {
            return plain == null ? PartRole.TEXT : PartRole.ALTERNATIVE;
        }
        boolean returned = leaf.parent != null
                && leaf.parent.is("multipart/report")
                && RETURNED_HEADERS.contains(leaf.contentType());
        return returned || REPORTS.contains(leaf.contentType()) ? PartRole.REPORT : PartRole.ATTACHMENT;
    }

    private void gather(Entity entity) {
        if (entity.children.isEmpty()) {
            leaves.add(entity);
        }
        entity.children.forEach(this::gather);
    }

    private boolean find(Entity entity) {
        if (entity.children.isEmpty()) {
            return take(entity);
        }
        if (entity.is("multipart/alternative")) {
            boolean found = false;
            for (Entity child : entity.children) {
                found |= find(child);
            }
            return found;
        }
        if (entity.is("multipart/related")) {
            return find(RelatedRoot.of(entity));
        }
        return entity.children.stream().anyMatch(this::find);
    }

    private boolean take(Entity leaf) {
        if (leaf.isMarkedAttachment() || (leaf.fileName() != null && leaf.parent != null && !namedToo)) {
            return false;
        }
        if (leaf.is("text/plain") && plain == null) {
            plain = leaf;
            return true;
        }
        if (leaf.is("text/html") && html == null) {
            html = leaf;
            return true;
        }
        return false;
    }

    private static boolean isOtherText(Entity leaf) {
        boolean text = leaf.contentType().startsWith("text/")
                && !leaf.is("text/calendar")
                && !RETURNED_HEADERS.contains(leaf.contentType());
        return (text || leaf.isMultipart()) && !leaf.isMarkedAttachment() && leaf.fileName() == null;
    }
}
