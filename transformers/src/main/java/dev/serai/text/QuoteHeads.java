package dev.serai.text;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines that lead to earlier mail, as mail programs write them. */
final class QuoteHeads {
    private static final int LONGEST_LINE = 1000;
    private static final int BLOCK = 10;
    private static final Set<String> TITLES = Set.of(
            // earlier mail
            "original message",
            "original mail",
            "original appointment",
            "reply message",
            "ursprüngliche nachricht",
            "originalnachricht",
            "original-nachricht",
            "original nachricht",
            "ursprünglicher termin",
            "message d'origine",
            "message original",
            "message d’origine",
            "mensaje original",
            "messaggio originale",
            "messaggio original",
            "oorspronkelijk bericht",
            "origineel bericht",
            "mensagem original",
            "ursprungligt meddelande",
            "originalmeddelande",
            "oprindelig meddelelse",
            "oprindelig besked",
            "opprinnelig melding",
            "alkuperäinen viesti",
            "wiadomość oryginalna",
            "oryginalna wiadomość",
            "původní zpráva",
            "původní e-mail",
            "pôvodná správa",
            "eredeti üzenet",
            "mesaj original",
            "mesajul original",
            "orijinal mesaj",
            "исходное сообщение",
            "оригинальное сообщение",
            "оригінальне повідомлення",
            "αρχικό μήνυμα",
            "原始邮件",
            "原始郵件",
            "元のメッセージ",
            "원본 메시지",
            "original besked",
            // forwarded mail
            "forwarded message",
            "forwarded by",
            "weitergeleitete nachricht",
            "message transféré",
            "mensaje reenviado",
            "messaggio inoltrato",
            "doorgestuurd bericht",
            "mensagem encaminhada",
            "vidarebefordrat meddelande",
            "videresendt meddelelse",
            "videresendt melding",
            "edelleen lähetetty viesti",
            "przekazana wiadomość",
            "wiadomość przekazana dalej",
            "přeposlaná zpráva",
            "přeposlaný e-mail",
            "preposlaná správa",
            "továbbított üzenet",
            "mesaj redirecționat",
            "iletilmiş mesaj",
            "пересылаемое сообщение",
            "переслане повідомлення",
            "προωθημένο μήνυμα",
            "转发的邮件",
            "轉寄郵件",
            "転送メッセージ",
            "전달된 메시지");
    private static final Set<String> FORWARDS = Set.of(
            "begin forwarded message:",
            "anfang der weitergeleiteten nachricht:",
            "anfang der weitergeleiteten e-mail:",
            "début du message réexpédié :",
            "début du message transféré :",
            "inicio del mensaje reenviado:",
            "inizio messaggio inoltrato:",
            "begin doorgestuurd bericht:",
            "início da mensagem reencaminhada:",
            "vidarebefordrat brev:",
            "start på videresendt besked:");

    private enum Field {
        FROM,
        DATE,
        TO,
        SUBJECT
    }

    private static final Map<Field, String> NAMES = Map.of(
            Field.FROM,
            "from,von,de,da,van,od,från,fra,lähettäjä,από,от,от кого,від,feladó,de la,expéditeur,mittente,remitente"
                    + ",kimden,gönderen,发件人,寄件者,寄件人,差出人,送信者,보낸 사람,보낸사람,avsender,nadawca,odesílatel,odosielateľ,afzender",
            Field.DATE,
            "sent,date,gesendet,datum,envoyé,envoyé le,date d'envoi,enviado,enviado el,enviada em,enviada,data,fecha"
                    + ",inviato,verzonden,wysłano,skickat,skickat den,sendt,dato,lähetetty,päivämäärä,отправлено,дата"
                    + ",надіслано,gönderildi,tarih,elküldve,dátum,odesláno,odoslané,trimis,στάλθηκε,ημερομηνία,发送时间,发送日期"
                    + ",寄件日期,日期,日時,送信日時,日付,보낸 날짜,날짜,päiväys",
            Field.TO,
            "to,an,à,para,a,aan,do,till,til,vastaanottaja,към,кому,получатель,кому,címzett,către,kime,alıcı,komu,προς"
                    + ",收件人,收件者,宛先,받는 사람,받는사람,destinataire,destinatario,destinatário,ontvanger,adresat,mottagare",
            Field.SUBJECT,
            "subject,betreff,objet,sujet,asunto,oggetto,onderwerp,assunto,temat,ämne,emne,aihe,тема,konu,tárgy,předmět"
                    + ",predmet,subiect,θέμα,主题,主旨,主題,件名,제목");
    private static final Map<String, Field> FIELDS = fields();

    private QuoteHeads() {}

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new HashMap<>();
        NAMES.forEach((field, names) -> {
            for (String name : names.split(",", -1)) {
                fields.putIfAbsent(name, field);
            }
        });
        return Map.copyOf(fields);
    }

    /** How many lines from this one on lead to a quotation; 0 where none do. */
    static int lengthAt(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.isBlank() || line.length() > LONGEST_LINE || LineMarker.isQuoted(line)) {
            return 0;
        }
        if (isTitle(line)) {
            return 1 + block(lines, at + 1, false);
        }
        if (isRule(line)) {
            int block = block(lines, at + 1, true);
            return block == 0 ? 0 : 1 + block;
        }
        int block = block(lines, at, true);
        return block > 0 ? block : Attributions.lengthAt(lines, at);
    }

    /** A line drawn with characters. */
    private static boolean isRule(String line) {
        String bare = line.strip();
        return bare.length() >= 5 && bare.chars().allMatch(c -> "_-=*\u2014\u2500".indexOf(c) >= 0);
    }

    /** A title between dashes, or the start of a forwarded mail. */
    private static boolean isTitle(String line) {
        String bare = line.replace("*", "").strip();
        boolean framed =
                bare.startsWith("--") || bare.startsWith("__") || bare.startsWith("==") || bare.startsWith("- -");
        if (!framed) {
            return bare.endsWith(":")
                    && FORWARDS.contains(bare.toLowerCase(Locale.ROOT).replace('\u00a0', ' '));
        }
        int start = 0;
        int end = bare.length();
        while (start < end && "-_=* ".indexOf(bare.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "-_=*: ".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return TITLES.contains(bare.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** Lines of a block as Outlook puts it above a quotation: from whom, and what about, and when or to whom. */
    private static int block(List<String> lines, int at, boolean fromFirst) {
        int first = at;
        while (first < lines.size() && first < at + 2 && lines.get(first).isBlank()) {
            first++;
        }
        Set<Field> seen = EnumSet.noneOf(Field.class);
        int end = first;
        for (int i = first;
                i < lines.size() && i < first + BLOCK && !lines.get(i).isBlank();
                i++) {
            Field field = field(lines.get(i));
            if (i == first && field != Field.FROM && (fromFirst || field == null)) {
                return 0;
            }
            if (field != null) {
                seen.add(field);
                end = i + 1;
            }
        }
        boolean whole = seen.contains(Field.FROM) && seen.contains(Field.SUBJECT) && seen.size() >= 3;
        return whole ? end - at : 0;
    }

    private static @Nullable Field field(String line) {
        int colon = line.indexOf(':');
        int wide = line.indexOf('\uff1a');
        int end = colon < 0 ? wide : wide < 0 ? colon : Math.min(colon, wide);
        if (end < 1 || end > 30) {
            return null;
        }
        return FIELDS.get(line.substring(0, end)
                .replace("*", "")
                .replace('\u00a0', ' ')
                .strip()
                .toLowerCase(Locale.ROOT));
    }
}
