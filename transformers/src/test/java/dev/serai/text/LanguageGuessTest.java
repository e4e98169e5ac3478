package dev.serai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Could you please tell me when the lamp will be delivered?",
                "de|Können Sie mir bitte sagen, wann die Lampe geliefert wird?",
                "de|Hallo, wo ist meine Rechnung? Danke",
                "fr|Pouvez-vous me dire quand la lampe sera livrée ? Merci pour votre aide.",
                "es|¿Me pueden decir cuándo llega la lámpara? Muchas gracias por su ayuda, un saludo",
                "it|Potete dirmi quando arriva la lampada che ho ordinato? Grazie e cordiali saluti",
                "nl|Kunt u mij zeggen wanneer de lamp wordt geleverd? Met vriendelijke groeten, en bedankt",
                "pt|Podem me dizer quando a lâmpada vai chegar? Muito obrigado, não tenho mais notícias do pedido",
                "pl|Proszę o informację, czy lampa jest już w drodze. Dziękuję i pozdrawiam",
                "sv|Jag undrar när lampan kommer och om det är möjligt att få den till jul. Vänliga hälsningar",
                "ja|先週注文した電気スタンドがまだ届いていません。",
                "zh|我上周订购的台灯还没有收到。",
                "ko|지난주에 주문한 램프가 아직 도착하지 않았습니다.",
                "ru|Скажите, пожалуйста, когда придёт лампа?",
                "uk|Скажіть, будь ласка, коли надійде лампа?",
                "el|Πότε θα παραδοθεί η λάμπα;",
                "ar|متى سيتم تسليم المصباح؟",
                "he|מתי תגיע המנורה?",
                "th|โคมไฟจะมาถึงเมื่อไหร่",
            })
    void languageShouldBeSeenByWordsOrScript(String language, String text) {
        assertThat(LanguageGuess.of(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INV-004711",
                "OK",
                "Lamp 60 cm",
                "1234 5678",
                "https://the.and.of.to/in/is/you",
                "> the and of to in is you that it"
            })
    void littleTextShouldGiveNoGuess(String text) {
        assertThat(LanguageGuess.of(text)).isEmpty();
    }
}
