package dev.serai.mime;

import org.jspecify.annotations.Nullable;

/** The part of a multipart/related that the others belong to (RFC 2387 section 3.2). */
final class RelatedRoot {
    private RelatedRoot() {}

    static Entity of(Entity related) {
        String start = MessageIds.bare(related.type().get("start"));
        return related.children.stream()
                .filter(child -> start != null && start.equals(contentId(child)))
                .findFirst()
                .orElse(related.children.get(0));
    }

    private static @Nullable String contentId(Entity part) {
        return MessageIds.bare(part.headers.first("Content-ID"));
    }
}
