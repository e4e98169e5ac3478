package dev.serai.rest;

import dev.serai.files.MailboxDefinition;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import dev.serai.message.Attachment;
import dev.serai.operation.Target;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes behind an interaction: the original mail, and each attachment as the transformers left it. */
final class ContentApi {
    private final RestDependencies hub;
    private final InteractionApi interactions;

    ContentApi(RestDependencies hub, InteractionApi interactions) {
        this.hub = hub;
        this.interactions = interactions;
    }

    ApiResponse raw(ApiRequest request) {
        Target target = request.target();
        interactions.load(target);
        StoredRaw raw = stored(target);
        return download("message/rfc822", target.id() + ".eml", raw.open());
    }

    ApiResponse attachment(ApiRequest request) throws IOException {
        Target target = request.target();
        Interaction interaction = interactions.load(target);
        int number = number(request.segment(3));
        List<Attachment> attachments = hub.intake()
                .get()
                .transform(
                        new StoredMail(stored(target)),
                        mailbox(interaction.origin().capturePoint()))
                .message()
                .attachments();
        if (number < 1 || number > attachments.size()) {
            throw new ApiException(
                    ProblemCode.NOT_FOUND,
                    "there is no attachment '" + request.segment(3) + "'; the interaction has " + attachments.size());
        }
        Attachment one = attachments.get(number - 1);
        return download(harmless(one.contentType()), one.name(), one.content().open());
    }

    private StoredRaw stored(Target target) {
        return hub.store()
                .raw(target.tenant(), target.id())
                .orElseThrow(() ->
                        new ApiException(ProblemCode.NOT_FOUND, "interaction '" + target.id() + "' has no raw bytes"));
    }

    private @Nullable MailboxDefinition mailbox(@Nullable PointName point) {
        return point == null
                ? null
                : hub.config().get().generation().mailboxes().get(point);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** Never a type that a browser would run, whatever the sender called it. */
    private static String harmless(String contentType) {
        boolean known = contentType.matches("(image/(png|jpeg|gif|webp)|text/plain|application/pdf)");
        return known ? contentType : "application/octet-stream";
    }

    private static ApiResponse download(String contentType, String name, Object body) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return ApiResponse.of(200, contentType, body)
                .with("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    }
}
