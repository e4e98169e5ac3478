package dev.serai.rest;

import dev.serai.chain.Chains;
import dev.serai.display.SafeHtml;
import dev.serai.files.Generation;
import dev.serai.files.MailboxDefinition;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import dev.serai.message.MailMessage;
import dev.serai.operation.Target;
import dev.serai.transform.ChainResult;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The HTML of a mail, made safe to show: read from the raw bytes and through the transformers when it is asked for. */
final class HtmlApi {
    private static final String IMAGES = "images";

    /** No script, form, frame or foreign file; links open elsewhere. Same origin, or its own pictures would not load. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none';"
            + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; img-src 'self' data:";

    private final RestDependencies hub;
    private final InteractionApi interactions;
    private final StoredParts parts;
    private volatile @Nullable Live live;

    HtmlApi(RestDependencies hub, InteractionApi interactions, StoredParts parts) {
        this.hub = hub;
        this.interactions = interactions;
        this.parts = parts;
    }

    /** The transformers of a generation, made once. */
    private record Live(String generation, Chains chains) {}

    ApiResponse html(ApiRequest request) throws IOException {
        boolean remote = isRemote(request.query().only(IMAGES).text(IMAGES));
        Target target = request.target();
        Interaction interaction = interactions.load(target);
        MailMessage message = read(target, interaction);
        String html = message.html();
        if (html == null) {
            throw new ApiException(ProblemCode.NOT_FOUND, "interaction '" + target.id() + "' has no HTML");
        }
        String page = SafeHtml.page(html, pictures(interaction, message), remote);
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

    private MailMessage read(Target target, Interaction interaction) throws IOException {
        StoredMail raw = new StoredMail(parts.raw(target, MailForm.KEPT));
        try (ChainResult chain =
                chains().inbound(raw, selection(interaction.origin().capturePoint()))) {
            return chain.message();
        }
    }

    private Chains chains() {
        Generation generation = hub.config().get().generation();
        Live now = live;
        if (now == null || !now.generation().equals(generation.id())) {
            now = new Live(generation.id(), Chains.forTrial(generation, HtmlApi.class.getClassLoader()));
            live = now;
        }
        return now.chains();
    }

    private List<String> selection(@Nullable PointName point) {
        MailboxDefinition mailbox = point == null
                ? null
                : hub.config().get().generation().mailboxes().get(point);
        return mailbox == null ? List.of() : mailbox.transformers();
    }

    /** By what intake recorded; of a mail that it has not read, by what is there now. */
    private static UnaryOperator<String> pictures(Interaction interaction, MailMessage message) {
        List<AttachmentInfo> recorded = interaction.content().attachments();
        List<String> ids = recorded.isEmpty()
                ? message.attachments().stream()
                        .map(one -> orNone(one.contentId()))
                        .toList()
                : recorded.stream().map(one -> orNone(one.contentId())).toList();
        return wanted -> {
            int at = wanted.isEmpty() ? -1 : ids.indexOf(wanted);
            return at < 0 ? "" : ApiRequest.ROOT + "/interactions/" + interaction.id() + "/attachments/" + (at + 1);
        };
    }

    private static String orNone(@Nullable String contentId) {
        return contentId == null ? "" : contentId;
    }
}
