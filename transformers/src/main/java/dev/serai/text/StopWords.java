package dev.serai.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commonest words of languages in Latin script; a word may belong to several. */
final class StopWords {
    private static final Map<String, String> WORDS = Map.of(
            "en",
            "the and of to in is you that it for was on are with as be at this have from or by not but what all were we"
                    + " when your can there an which their if do will how about would please thank thanks our my me i"
                    + " hello dear could regards has been any get they these us he she his her who am don't i'm",
            "de",
            "der die das und ist in zu den mit von für auf nicht ein eine einen einem einer eines ich sie wir ihr ihre"
                    + " ihren ihrer ihnen es im dem des auch als an aus bei bis nach noch wie so werden wird wurde haben"
                    + " hat habe hatte sind war kann können bitte danke vielen dank sehr geehrte damen herren guten tag"
                    + " hallo grüßen grüße freundlichen mein meine uns unser unsere dass oder wenn nur über um am zum zur",
            "fr",
            "le la les de des du et est un une en que qui dans pour pas sur au aux avec ce cette ces il elle nous vous"
                    + " je ne se sont par plus votre vos notre mon ma mes bonjour merci cordialement été avoir suis ai"
                    + " être mais ou où si leur sans d'une c'est j'ai",
            "es",
            "el la los las de del y en que es un una por para con no se su sus al lo como más pero le ha me sin sobre"
                    + " este esta esto ser son fue muy mi nos usted hola gracias saludos buenos días estimado cuando hay"
                    + " yo también tengo desde favor",
            "it",
            "il lo la i gli le di del della dei delle e è un una in che non per con su da al alla sono si come anche ma"
                    + " mi ho ha più nel nella questo questa vostro vostra buongiorno grazie cordiali saluti se ci vi"
                    + " essere stato gentile dal dalla",
            "nl",
            "de het een en van ik te dat die in is niet zijn op aan met voor er maar om dan zou wat mijn men dit zo door"
                    + " over ze u uw wij ons onze heb hebben heeft kan worden werd nog bij naar geen ook als graag"
                    + " bedankt groeten vriendelijke beste geachte hallo",
            "pt",
            "o a os as de do da dos das e em que é um uma para com não por se no na nos nas mais como mas ao ele ela"
                    + " foi seu sua ou quando muito já eu também pelo pela até isso este esta obrigado obrigada olá bom"
                    + " dia prezado prezados minha meu tem são você atenciosamente",
            "sv",
            "och det att i en jag som på är av för med den till inte har om ett men var hade så från vi kan när"
                    + " ni er era hej tack vänliga hälsningar mig min mitt vår detta eller skulle",
            "pl",
            "i w nie na się z do to że jest o jak za od po ale co czy dla przez przy może tak są był była tym które"
                    + " który która proszę dziękuję dzień dobry pozdrawiam mam mi mnie państwa oraz",
            "da",
            "og i at det er en den til på som med de for ikke der var mig sig men et har om vi min havde hun nu over"
                    + " fra du ud jeg hej tak venlig hilsen kan hvor mit vores eller blev");

    private static final Map<String, List<String>> LANGUAGES = byWord();

    private StopWords() {}

    private static Map<String, List<String>> byWord() {
        Map<String, List<String>> languages = new HashMap<>();
        WORDS.forEach((language, words) -> {
            for (String word : words.split(" ", -1)) {
                languages.computeIfAbsent(word, key -> new ArrayList<>()).add(language);
            }
        });
        return Map.copyOf(languages);
    }

    /** The languages that a lower-case word is common in. */
    static List<String> languagesOf(String word) {
        return LANGUAGES.getOrDefault(word, List.of());
    }
}
