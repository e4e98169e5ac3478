package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.response.Block;
import dev.serai.response.ResponseContext;
import dev.serai.response.SheetBook;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What mails are written on: layouts of quotes, signatures, and the values of their field codes.
 *
 * @param context values for the signature, and for a layout besides those of the original
 * @param layout that the queue names
 * @param signature that the queue names
 * @param receivedBy the address of what received the mail that is answered; null where there is none
 */
public record Stationery(
        SheetBook layouts,
        SheetBook signatures,
        ResponseContext context,
        Optional<String> layout,
        Optional<String> signature,
        @Nullable String receivedBy) {
    /** The layout where nobody names one. */
    public static final String STANDARD = "standard";

    /** No layouts and no signatures. */
    public static final Stationery PLAIN = new Stationery(
            SheetBook.EMPTY,
            SheetBook.EMPTY,
            ResponseContext.at(Instant.EPOCH, ZoneOffset.UTC),
            Optional.empty(),
            Optional.empty(),
            null);

    /** The signature below what a person writes: of the queue, else of the account, which may have the text itself. */
    Optional<Block> signature(@Nullable AccountDefinition account, @Nullable String language, Instant now) {
        Optional<String> ofAccount =
                Optional.ofNullable(account).flatMap(found -> found.letters().signature());
        Optional<Block> file = signature
                .or(() -> Optional.ofNullable(account)
                        .flatMap(found -> found.letters().signatureFile()))
                .flatMap(name -> signatures.render(name, language, context, now));
        return file.or(() -> ofAccount.map(text -> new Block(text, Optional.empty(), "")));
    }

    /** How the original stands below: by the layout of the queue, else of the account, else the standard one. */
    Optional<Block> quote(
            @Nullable AccountDefinition account,
            boolean forward,
            @Nullable String language,
            ResponseContext original,
            Instant now) {
        Optional<AccountDefinition.Letters> letters =
                Optional.ofNullable(account).map(AccountDefinition::letters);
        Optional<String> ofForward =
                forward ? letters.flatMap(AccountDefinition.Letters::forwardLayout) : Optional.empty();
        String name = ofForward
                .or(() -> layout)
                .or(() -> letters.flatMap(AccountDefinition.Letters::layout))
                .orElse(STANDARD);
        return layouts.render(name, language, original, now);
    }
}
