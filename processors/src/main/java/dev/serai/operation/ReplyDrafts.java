package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
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
        MailFields mail = request.mail();
        Optional<Rendered> rendered = render(parent, mail);
        boolean asResponse = rendered.map(Rendered::quote).orElse(false);
        Answering who = Answering.of(
                parent.content(), mail, request.all(), playbook.ownAddresses().to(parent.tenant()));
        OutboundDraft draft = draft(
                OutboundDraft.Kind.REPLY,
                who,
                first(mail.subject(), rendered.map(Rendered::subject), ""),
                mail,
                rendered,
                parent.language(),
                null);
        return new Drafted(draft, request.quote() == null ? asResponse : request.quote());
    }

    /** @throws RefusedException when the standard response cannot be used */
    public OutboundDraft of(Interaction parent, ForwardRequest request) {
        MailFields mail = request.mail();
        return draft(
                request.answerWanted() ? OutboundDraft.Kind.INVITE : OutboundDraft.Kind.FORWARD,
                new Answering(mail.to(), mail.copies()),
                first(mail.subject(), Optional.empty(), ""),
                mail,
                render(parent, mail),
                parent.language(),
                new Passing(request.form(), request.files(), false, Passing.hops(parent.content()) + 1));
    }

    /**
     * A mail that answers nothing; the fields of its response are those of whom it goes to.
     *
     * @param tenant whose it is
     * @throws RefusedException when the standard response cannot be used
     */
    public OutboundDraft of(String tenant, NewMailRequest request) {
        MailFields mail = request.mail();
        Optional<Rendered> rendered = Optional.ofNullable(mail.response())
                .map(name -> rendered(tenant, name, mail.language(), newContext(request), Usage.NOTIFICATION));
        return draft(
                request.kind(),
                new Answering(mail.to(), mail.copies()),
                first(mail.subject(), rendered.map(Rendered::subject), ""),
                mail,
                rendered,
                null,
                null);
    }

    /** The field codes of a mail that answers nothing. */
    public ResponseContext newContext(NewMailRequest request) {
        return AgentFields.in(
                ResponseFields.ofNew(playbook, request.mail().to(), request.userData(), now),
                request.mail().agent());
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
            Answering who,
            String subject,
            MailFields request,
            Optional<Rendered> rendered,
            @Nullable String theirs,
            @Nullable Passing passing) {
        return new OutboundDraft(
                kind,
                who.to(),
                who.cc(),
                request.bcc(),
                subject,
                text(request, rendered),
                html(request, rendered),
                files(request, rendered),
                request.response(),
                rendered.map(Rendered::language).orElse(request.language() == null ? theirs : request.language()),
                passing);
    }

    private Optional<Rendered> render(Interaction parent, MailFields mail) {
        String language = mail.language() == null ? parent.language() : mail.language();
        return Optional.ofNullable(mail.response())
                .map(name -> rendered(parent.tenant(), name, language, context(parent, mail), Usage.SUGGESTION));
    }

    /** The field codes of a mail about an interaction, of its response and its signature. */
    public ResponseContext context(Interaction parent, MailFields mail) {
        return AgentFields.in(ResponseFields.of(playbook, parent, parent.userData()), mail.agent());
    }

    private Rendered rendered(
            String tenant, String name, @Nullable String language, ResponseContext context, Usage usage) {
        try {
            return playbook.responses().of(tenant).render(name, usage, language, context, now);
        } catch (ResponseException unusable) {
            throw new RefusedException(Refusal.field(Code.INVALID_REQUEST, "/response", unusable.getMessage()));
        }
    }

    private static String text(MailFields request, Optional<Rendered> rendered) {
        if (request.text() == null && request.html() != null) {
            return HtmlText.of(request.html());
        }
        return first(request.text(), rendered.map(Rendered::text), "");
    }

    /** Own text beats the response's HTML, which would say something else. */
    private static @Nullable String html(MailFields request, Optional<Rendered> rendered) {
        if (request.html() != null || request.text() != null) {
            return request.html();
        }
        return rendered.flatMap(Rendered::html).orElse(null);
    }

    private List<Attached> files(MailFields request, Optional<Rendered> rendered) {
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
