package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Passing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the mail says in the end: the draft's text, the account's signature below what a person wrote, and the quoted
 * original where it is wanted.
 */
record Body(String text, @Nullable String html) {

    static Body of(
            OutboundDraft draft, @Nullable Interaction parent, @Nullable AccountDefinition account, boolean quoted) {
        Body body = new Body(CleanText.of(draft.text()), draft.html() == null ? null : CleanText.of(draft.html()));
        Passing passing = draft.passing();
        boolean automatic = draft.kind().isAutomatic() || (passing != null && passing.automatic());
        if (account != null && !automatic) {
            body = account.letters().signature().map(body::signed).orElse(body);
        }
        boolean inline = passing != null && passing.form() == Passing.Form.INLINE;
        if (parent == null || !(inline || quoted || draft.quote())) {
            return body;
        }
        Quotation original = Quotation.of(parent, QuoteLabels.of(draft.language()));
        return inline ? body.with(original.forwarded(), original.html()) : body.quoting(original);
    }

    private Body signed(String signature) {
        String bare = signature.strip();
        if (bare.isEmpty() || text.contains(bare)) {
            return this;
        }
        String below = html == null
                ? null
                : into(html, "<p>-- <br>" + Html.escaped(bare).replace("\n", "<br>") + "</p>");
        return new Body(text.stripTrailing() + "\n\n-- \n" + bare + "\n", below);
    }

    private Body quoting(Quotation original) {
        return with(original.plain(), original.html());
    }

    private Body with(String plain, String asHtml) {
        String below = html == null ? null : into(html, asHtml);
        return new Body((text.stripTrailing() + plain).stripLeading(), below);
    }

    private static String into(String html, String addition) {
        int end = html.toLowerCase(Locale.ROOT).lastIndexOf("</body>");
        return end < 0 ? html + addition : html.substring(0, end) + addition + html.substring(end);
    }
}
