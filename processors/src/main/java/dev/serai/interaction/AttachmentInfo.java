package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an attachment without its bytes.
 *
 * @param name a leaf file name, never empty
 * @param size decoded bytes
 * @param inline true when the HTML shows it by `cid:`
 * @param sha256 lower-case hex of the decoded bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachmentInfo(
        String name,
        String contentType,
        long size,
        boolean inline,
        @Nullable String contentId,
        String sha256) {}
