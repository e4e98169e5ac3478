package dev.serai.rest;

import dev.serai.display.SafeHtml;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Interaction;
import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.operation.Target;
import dev.serai.store.MadeTable;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The HTML of a mail, made safe to show: what transformers made of it when they ran, else what its bytes say. Nobody
 * transforms anything here.
 */
final class HtmlApi {
    private static final String IMAGES = "images";

    /** No script, form, frame or foreign file; links open elsewhere. Same origin, or its own pictures would not load. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none';"
            + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; img-src 'self' data:";

    private final RestDependencies hub;
    private final InteractionApi interactions;
    private final StoredParts parts;
    private final MimeReader reader = new MimeReader();

    HtmlApi(RestDependencies hub, InteractionApi interactions, StoredParts parts) {
        this.hub = hub;
        this.interactions = interactions;
        this.parts = parts;
    }

    /**
     * What a page is made of.
     *
     * @param html empty for none
     * @param contentIds of the attachments in their order; empty for one without
     */
    private record Source(String html, List<String> contentIds) {}

    ApiResponse html(ApiRequest request) throws IOException {
        boolean remote = isRemote(request.query().only(IMAGES).text(IMAGES));
        Target target = request.target();
        Source source = source(target, interactions.load(target));
        if (source.html().isEmpty()) {
            throw new ApiException(ProblemCode.NOT_FOUND, "interaction '" + target.id() + "' has no HTML");
        }
        String page = SafeHtml.page(source.html(), pictures(target, source.contentIds()), remote);
        return ApiResponse.of(200, "text/html; charset=utf-8", page)
                .with("Content-Security-Policy", POLICY + (remote ? " https: http:" : ""));
    }

    private static boolean isRemote(@Nullable String word) {
        if (word == null || word.equals("own")) {
            return false;
        }
        if (word.equals("all")) {
            return true;
        }
        throw Query.invalid(IMAGES, "'" + word + "' is none of own, all");
    }

    private Source source(Target target, Interaction interaction) throws IOException {
        List<String> recorded = interaction.content().attachments().stream()
                .map(AttachmentInfo::contentId)
                .map(HtmlApi::orNone)
                .toList();
        Optional<StoredRaw> made = hub.store().made(target.tenant(), target.id(), MadeTable.HTML);
        if (made.isPresent()) {
            return new Source(text(made.get()), recorded);
        }
        MailMessage message = reader.read(new StoredMail(parts.raw(target, MailForm.LATEST)));
        String html = message.html() == null ? "" : message.html();
        return new Source(html, recorded.isEmpty() ? contentIds(message) : recorded);
    }

    private static String text(StoredRaw made) throws IOException {
        try (InputStream in = made.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of a mail that intake has not read. */
    private static List<String> contentIds(MailMessage message) {
        return message.attachments().stream()
                .map(Attachment::contentId)
                .map(HtmlApi::orNone)
                .toList();
    }

    private static UnaryOperator<String> pictures(Target target, List<String> contentIds) {
        return wanted -> {
            int at = wanted.isEmpty() ? -1 : contentIds.indexOf(wanted);
            return at < 0 ? "" : ApiRequest.ROOT + "/interactions/" + target.id() + "/attachments/" + (at + 1);
        };
    }

    private static String orNone(@Nullable String contentId) {
        return contentId == null ? "" : contentId;
    }
}
