package dev.serai.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds sentences that promise a file in English, German, French, Spanish, Italian, Dutch, Portuguese or Polish. A sentence
 * that speaks of a file of the reader's, that there is none, or that asks for one, is no promise. In linear time.
 */
final class Promises {
    private static final int LONGEST_SHOWN = 60;
    /** One of these is in every promise: most sentences are done with them. */
    private static final List<String> STEMS = List.of(
            "attach",
            "enclos",
            "anhang",
            "anlage",
            "anbei",
            "beilieg",
            "beigef",
            "angeh",
            "häng",
            "füge",
            "joint",
            "joign",
            "joins",
            "annexe",
            "adjunt",
            "alleg",
            "allegh",
            "bijgevoeg",
            "bijlage",
            "bijgaand",
            "voeg",
            "anex",
            "załącz",
            "dołącz");

    private static final String BEGIN = "(?:^|[^\\pL\\pN])";
    private static final String END = "(?:[^\\pL\\pN]|$)";

    /** Sentences end at a mark with a blank behind, at an empty line, or where a point of a list begins. */
    private static final Pattern SENTENCES = Pattern.compile("[.!?;](?:\\s+|$)|\\n\\s*\\n|\\n\\s*[-*•]");

    private static final Pattern PROMISE = words(List.of(
            // en
            "(?:i|we)(?:['’]ve| have| also| hereby|['’]m|['’]re| am| are)*(?: now| just)? (?:attach|attached|attaching|enclose|enclosed|enclosing)",
            "(?:find|see|refer to|in|with|at|open|sign|use|complete|fill in|return|review|check)(?: (?:the|my|our|this|all|more|full))*(?: \\pL+){0,3} (?:attached|enclosed)",
            "(?:is|are|been|both) (?:also )?(?:attached|enclosed)",
            "(?:attached|enclosed) (?:is|are|please|you|herewith|hereto|below|to this|for you|the|our|my|a|an)",
            "the (?:attached|enclosed) \\pL+",
            "(?:see|find|in|open|as) (?:the |an )?(?:attachment|attachments|enclosure)",
            // de
            "im anhang",
            "anbei",
            "als (?:anhang|anlage)",
            "siehe (?:anhang|anlage)",
            "beiliegende?[nmrs]?",
            "beigefügte?[nmrs]?",
            "angehängte?[nmrs]?",
            "(?:ich|wir) (?:hänge|hängen|füge|fügen)(?: \\pL+){0,8} (?:an|bei)",
            "hängen? (?:ich|wir)(?: \\pL+){0,8} an",
            "füge[n]? (?:ich|wir)(?: \\pL+){0,8} bei",
            "in der anlage(?: \\pL+){0,4} (?:finden|erhalten|übersenden?|sende|senden|schicken?|überreichen)",
            "(?:finden|erhalten|übersenden?|senden?|schicken?)(?: \\pL+){0,8} in der anlage",
            // fr
            "ci-?joints?",
            "ci-?jointes?",
            "en pièces? jointes?",
            "(?:trouver|trouverez|voir|envoie|adresse)(?: \\pL+){0,8} (?:en annexe|jointe?s?)",
            "(?:je|nous) (?:vous )?(?:joins|joignons)",
            "jointe?s? (?:à ce|au présent)",
            "(?:est|sont) jointe?s?",
            // es
            "(?:le|les|te|os|se) adjunt(?:o|amos|a|an)",
            "adjunto (?:le|les|te|encontrará|encontrarás|a este|el|la|los|las|un|una|envío)",
            "adjuntamos",
            "en (?:el )?(?:archivo |documento |fichero )?adjunto",
            "encontrará(?:s|n)?(?: \\pL+){0,8} adjunt[oa]s?",
            "(?:he|hemos) adjuntado",
            "va(?:n)? adjunt[oa]s?",
            // it
            "in allegato",
            "(?:le|vi|ti)? ?alleg(?:o|hiamo)",
            "(?:ho|abbiamo) allegato",
            "(?:trova|trovi|trovate|troverà|troverete|troverai|invio|inviamo)(?: \\pL+){0,8} allegat[oaie]",
            "si allega(?:no)?",
            // nl
            "bijgevoegde?",
            "in de bijlagen?",
            "als bijlage",
            "zie (?:de )?bijlagen?",
            "bijgaande?",
            "(?:ik|wij|we) (?:voeg|voegen)(?: \\pL+){0,6} (?:bij|toe)",
            // pt
            "em anexo",
            "seguem?(?: \\pL+){0,6} anex[oa]s?",
            "anexo (?:o|a|os|as|segue|seguem|envio|ao)",
            "anexamos",
            "anexei",
            "(?:está|estão|vai|vão|encontra-se)(?: \\pL+){0,4} (?:anexad[oa]s?|anex[oa]s?)",
            // pl
            "w załączni(?:ku|kach)",
            "w załączeniu",
            "załączamy?",
            "dołączamy?",
            "załączon(?:y|a|e|ą|ego|ej|ym|ych)",
            "(?:załączyłem|załączyłam|załączyliśmy|dołączyłem|dołączyłam|dołączyliśmy)"));

    private static final Pattern NOT_OURS = words(List.of(
            // en
            "(?:you|you['’]ve|customer|he|she|they)(?: have| had| had not| already)? (?:attached|enclosed|sent)",
            "your(?: \\pL+){0,2} (?:attachments?|enclosure)",
            "attached to your",
            "(?:in|to|with) your (?:e-?mail|message|mail|letter|previous|last)",
            "(?:no|without(?: an| any)?|missing|any) (?:\\pL+ )?attachments?",
            "(?:not|n['’]t|cannot|never)(?: \\pL+){0,3} (?:attach|attached|enclosed|enclose)",
            "(?:could|can|would|will) you(?: please| kindly)? (?:re-?)?(?:attach|enclose)",
            "please (?:re-?)?(?:attach|enclose)",
            "(?:must|should|to|has to|have to|needs to|may|might|if) be (?:attached|enclosed)",
            "if you (?:attach|enclose)",
            "strings attached",
            "(?:i|we)(?:['’]m| am| are|['’]re) (?:very |so |really |quite )?attached to",
            "attached to (?:the|a|an) (?:wall|device|case|frame|back|side|bottom|top|cable|machine|house|box|parcel|package)",
            "was (?:there )?(?:an|no) attachment",
            // de
            "(?:ihr|ihre|ihrem|ihren|ihrer|ihres|dein|deine|deinem|deiner|eure|eurem|eurer)(?: \\pL+){0,1} (?:anhang|anhänge|anhangs|anlage|anlagen)",
            "im anhang (?:ihrer|ihres|deiner|deines)",
            "(?:von|durch) (?:ihnen|dir)(?: \\pL+){0,2} (?:angehängte?[nmrs]?|beigefügte?[nmrs]?)",
            "(?:kein|keine|keinen|ohne|fehlende[rnm]?|fehlt)(?: \\pL+){0,2} (?:anhang|anhänge|anlagen?)",
            "nicht(?: \\pL+){0,2} (?:angehängt|beigefügt|im anhang)",
            "(?:haben|hatten) sie(?: \\pL+){0,8} (?:angehängt|beigefügt|im anhang)",
            "(?:hast|hattest) du(?: \\pL+){0,8} (?:angehängt|beigefügt)",
            "(?:sie|du)(?: \\pL+){0,6} (?:angehängt|beigefügt) (?:haben|hast|hatten)",
            "bitte (?:hängen|fügen|senden|schicken|übersenden) sie",
            "(?:können|könnten) sie",
            "muss(?: \\pL+){0,6} beigefügt",
            "(?:ist|sind) (?:dem|der) (?:gerät|paket|lieferung|ware) (?:beigefügt|angehängt)",
            "dem (?:paket|gerät) beiliegende?[nmrs]?",
            // fr
            "(?:votre|vos|ta|tes) pièces? jointes?",
            "pièces? jointes? (?:de|à) (?:votre|vos)",
            "pièces? jointes? que vous",
            "(?:aucune|sans|pas de|manquante?) pièces? jointes?",
            "(?:merci de|veuillez|pouvez-vous|pourriez-vous) (?:nous )?(?:joindre|renvoyer)",
            "que vous (?:avez|aviez)(?: \\pL+)? (?:jointe?s?|envoyée?s?)",
            "n['’](?:est|était|a|avez)(?: \\pL+)? (?:pas|plus)(?: \\pL+)? ?(?:jointe?s?|en pièce)",
            // es
            "(?:su|sus|tu|tus)(?: (?:archivo|archivos|documento|documentos|fichero))? adjuntos?",
            "(?:sin|ningún|falta el|falta)(?: (?:archivo|documento|fichero))? adjunto",
            "no (?:se )?(?:adjunt|hemos adjunt|he adjunt)\\pL*",
            "(?:director|directora|profesor|secretario|alcalde) adjunt[oa]",
            "que (?:usted |nos |me )?(?:adjuntó|adjuntaste|envió)",
            // it
            "(?:suo|vostro|tuo|suoi|vostri) allegat[oi]",
            "(?:nessun|senza|manca l['’]) ?allegat[oi]",
            "non(?: \\pL+){0,3} allegat[oaie]",
            "che (?:ha|hai|avete) allegato",
            "(?:può|potrebbe|prega di|voglia) allegare",
            // nl
            "(?:uw|jouw|je|jullie) bijlagen?",
            "(?:geen|zonder) bijlagen?",
            "niet bijgevoegd",
            "(?:door u|u)(?: \\pL+){0,5} bijgevoegde?",
            "bijlage van uw",
            "(?:kunt|wilt) u",
            // pt
            "(?:seu|teu|vosso|seus) anexos?",
            "(?:nenhum|sem|falta o) anexo",
            "não(?: \\pL+){0,4} (?:anexo|anex\\pL+)",
            "que (?:você |o senhor |a senhora |nos )?(?:anexou|enviou)",
            "(?:por favor|favor),? anexe",
            // pl
            "(?:pana|pani|państwa|twoim|twojego|twój) (?:załączni\\pL+|maila|wiadomości)",
            "(?:bez|brak|brakuje|żadnego) załączni\\pL+",
            "nie (?:załącz|dołącz)\\pL*",
            "proszę (?:o )?(?:załącz|dołącz)\\pL+",
            "(?:przez|od) (?:pana|panią|państwa|ciebie)"));

    private Promises() {}

    /** The words of the first promise. */
    static Optional<String> find(String text) {
        Matcher ends = SENTENCES.matcher(text);
        int start = 0;
        while (start < text.length()) {
            int end = ends.find(start) ? ends.end() : text.length();
            Optional<String> found = promise(text.substring(start, end).replace('\n', ' '));
            if (found.isPresent()) {
                return found;
            }
            start = Math.max(end, start + 1);
        }
        return Optional.empty();
    }

    private static Optional<String> promise(String sentence) {
        String small = sentence.toLowerCase(Locale.ROOT);
        if (STEMS.stream().noneMatch(small::contains)) {
            return Optional.empty();
        }
        Matcher promise = PROMISE.matcher(sentence);
        if (!promise.find() || NOT_OURS.matcher(sentence).find()) {
            return Optional.empty();
        }
        String words = promise.group(1).strip();
        return Optional.of(words.length() <= LONGEST_SHOWN ? words : words.substring(0, LONGEST_SHOWN) + "…");
    }

    private static Pattern words(List<String> alternatives) {
        return Pattern.compile(BEGIN + "(" + String.join("|", alternatives) + ")" + END, Pattern.CASE_INSENSITIVE);
    }
}
