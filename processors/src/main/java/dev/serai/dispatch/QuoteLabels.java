package dev.serai.dispatch;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands above a quoted mail, in the language of the answer, as mail programs write it. */
record QuoteLabels(Locale locale, String separator, String from, String sent, String to, String cc, String subject) {
    private static final QuoteLabels ENGLISH = of("en", "Original Message", "From", "Sent", "To", "Cc", "Subject");
    private static final Map<String, QuoteLabels> BY_LANGUAGE = Map.of(
            "de", of("de", "Ursprüngliche Nachricht", "Von", "Gesendet", "An", "Cc", "Betreff"),
            "fr", of("fr", "Message d'origine", "De", "Envoyé", "À", "Cc", "Objet"),
            "es", of("es", "Mensaje original", "De", "Enviado", "Para", "CC", "Asunto"),
            "it", of("it", "Messaggio originale", "Da", "Inviato", "A", "Cc", "Oggetto"),
            "nl", of("nl", "Oorspronkelijk bericht", "Van", "Verzonden", "Aan", "CC", "Onderwerp"),
            "pt", of("pt", "Mensagem original", "De", "Enviada", "Para", "Cc", "Assunto"),
            "pl", of("pl", "Wiadomość oryginalna", "Od", "Wysłano", "Do", "DW", "Temat"));

    /** @param language a BCP 47 tag; English for those that are not known */
    static QuoteLabels of(@Nullable String language) {
        return language == null
                ? ENGLISH
                : BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ENGLISH);
    }

    private static QuoteLabels of(
            String language, String separator, String from, String sent, String to, String cc, String subject) {
        return new QuoteLabels(
                Locale.forLanguageTag(language), "-----" + separator + "-----", from, sent, to, cc, subject);
    }
}
