package dev.serai.operation;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import dev.serai.response.Rendered;
import dev.serai.response.ResponseContext;
import dev.serai.response.ResponseException;
import dev.serai.response.Usage;
import dev.serai.strategy.PassedOnSubject;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.ResponseFields;
import dev.serai.text.HtmlText;
import java.net.URLConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a client wants answered or passed on into a draft: addressee, text, standard response, files. */
public final class ReplyDrafts {
    private static final String FOLDER = "config/responses/attachments/";

    private final Playbook playbook;
    private final ReplyFile.Shelf shelf;
    private final Instant now;

    /** @param shelf where files are that the hub has */
    public ReplyDrafts(Playbook playbook, ReplyFile.Shelf shelf, Instant now) {
        this.playbook = playbook;
        this.shelf = shelf;
        this.now = now;
    }

    /** A draft, and whether the mail that it answers is to be quoted below it. */
    public record Drafted(OutboundDraft draft, boolean quote) {}

    /** @throws RefusedException when there is nobody to answer, or the standard response cannot be used */
    public Drafted of(Interaction parent, ReplyRequest request) {
        Optional<Rendered> rendered =
                Optional.ofNullable(request.response()).map(name -> render(parent, name, request));
        boolean asResponse = rendered.map(Rendered::quote).orElse(false);
        OutboundDraft draft = draft(
                OutboundDraft.Kind.REPLY,
                addressees(parent, request),
                first(request.subject(), rendered.map(Rendered::subject), ""),
                request,
                rendered,
                null);
        return new Drafted(draft, request.quote() == null ? asResponse : request.quote());
    }

    /** @throws RefusedException when the standard response cannot be used */
    public OutboundDraft of(Interaction parent, ForwardRequest request) {
        ReplyRequest letter = request.letter();
        return draft(
                request.answerWanted() ? OutboundDraft.Kind.INVITE : OutboundDraft.Kind.FORWARD,
                letter.to(),
                first(letter.subject(), Optional.empty(), ""),
                letter,
                Optional.ofNullable(letter.response()).map(name -> render(parent, name, letter)),
                new Passing(request.form(), request.files(), false, Passing.hops(parent.content()) + 1));
    }

    /** The mail as it came. */
    public static OutboundDraft of(Interaction parent, RedirectRequest request) {
        return new OutboundDraft(
                OutboundDraft.Kind.REDIRECT,
                request.to(),
                request.cc(),
                request.bcc(),
                PassedOnSubject.of("", parent.content().subject()),
                "",
                null,
                List.of(),
                null,
                null,
                new Passing(Passing.Form.RESENT, true, false, Passing.hops(parent.content())));
    }

    private OutboundDraft draft(
            OutboundDraft.Kind kind,
            List<Party> to,
            String subject,
            ReplyRequest request,
            Optional<Rendered> rendered,
            @Nullable Passing passing) {
        return new OutboundDraft(
                kind,
                to,
                request.cc(),
                request.bcc(),
                subject,
                text(request, rendered),
                html(request, rendered),
                files(request, rendered),
                request.response(),
                rendered.map(Rendered::language).orElse(request.language()),
                passing);
    }

    private Rendered render(Interaction parent, String name, ReplyRequest request) {
        String language = request.language();
        ResponseContext context = ResponseFields.of(playbook, parent, parent.userData());
        try {
            return playbook.responses()
                    .of(parent.tenant())
                    .render(
                            name,
                            Usage.SUGGESTION,
                            language == null ? parent.language() : language,
                            AgentFields.in(context, request.agent()),
                            now);
        } catch (ResponseException unusable) {
            throw new RefusedException(Refusal.field(Code.INVALID_REQUEST, "/response", unusable.getMessage()));
        }
    }

    private static List<Party> addressees(Interaction parent, ReplyRequest request) {
        if (!request.to().isEmpty()) {
            return request.to();
        }
        Content content = parent.content();
        if (!content.replyTo().isEmpty()) {
            return content.replyTo();
        }
        Party from = content.from();
        if (from == null) {
            throw new RefusedException(Refusal.field(
                    Code.INVALID_REQUEST, "/to", "is missing, and the interaction does not say who wrote it"));
        }
        return List.of(from);
    }

    private static String text(ReplyRequest request, Optional<Rendered> rendered) {
        if (request.text() == null && request.html() != null) {
            return HtmlText.of(request.html());
        }
        return first(request.text(), rendered.map(Rendered::text), "");
    }

    /** Own text beats the response's HTML, which would say something else. */
    private static @Nullable String html(ReplyRequest request, Optional<Rendered> rendered) {
        if (request.html() != null || request.text() != null) {
            return request.html();
        }
        return rendered.flatMap(Rendered::html).orElse(null);
    }

    private List<Attached> files(ReplyRequest request, Optional<Rendered> rendered) {
        List<Attached> files = new ArrayList<>();
        request.attachments()
                .forEach(file -> files.add(
                        file instanceof ReplyFile.Given given ? given.file() : shelf.get((ReplyFile.Stored) file)));
        rendered.ifPresent(response -> response.attachments().forEach(name -> files.add(file(name))));
        return files;
    }

    private Attached file(String name) {
        byte[] bytes = playbook.generation()
                .responseAttachment(name)
                .orElseThrow(() -> new RefusedException(Refusal.field(
                        Code.INVALID_REQUEST, "/response", "its attachment '" + name + "' is not in " + FOLDER)));
        String type = URLConnection.guessContentTypeFromName(name);
        return Attached.of(name, type == null ? "application/octet-stream" : type, bytes);
    }

    private static String first(@Nullable String own, Optional<String> ofResponse, String fallback) {
        return own == null ? ofResponse.orElse(fallback) : own;
    }
}
