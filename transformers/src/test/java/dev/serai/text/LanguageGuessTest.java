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
                "en|Hi, my order has not arrived yet. Where is it?",
                "de|Die Lampe flackert seit gestern, was kann ich tun?",
                "fr|Bonjour, je n'ai toujours pas reçu ma commande.",
                "es|Hola, todavía no he recibido mi pedido. ¿Dónde está?",
                "it|Buongiorno, non ho ancora ricevuto la fattura.",
                "nl|Goedemorgen, ik heb mijn bestelling nog steeds niet ontvangen.",
                "pt|Bom dia, ainda não recebi o meu pedido. Onde está?",
                "sv|Hej, jag har inte fått min beställning ännu.",
                "da|Hej, jeg har ikke modtaget min bestilling endnu. Hvad gør jeg?",
                "no|Hei, jeg har ikke mottatt bestillingen min ennå. Hva gjør jeg?",
                "fi|Hei, en ole vielä saanut tilaustani. Missä se on?",
                "pl|Dzień dobry, nadal nie otrzymałem zamówienia.",
                "cs|Dobrý den, stále jsem nedostal svou objednávku.",
                "sk|Dobrý deň, ešte stále som nedostal svoju objednávku.",
                "hu|Jó napot, még nem kaptam meg a rendelésemet.",
                "ro|Bună ziua, nu am primit încă comanda mea.",
                "hr|Poštovani, još nisam dobio svoju narudžbu. Gdje je?",
                "sl|Pozdravljeni, še vedno nisem prejel naročila. Kje je?",
                "tr|Merhaba, siparişim hâlâ gelmedi. Ne zaman gelir?",
                "et|Tere, ma ei ole veel oma tellimust saanud.",
                "lv|Labdien, es vēl neesmu saņēmis savu pasūtījumu.",
                "lt|Laba diena, aš dar negavau savo užsakymo. Kada jis bus?",
                "ca|Bon dia, encara no he rebut la meva comanda, gràcies",
                "bg|Здравейте, още не съм получил поръчката си.",
                "sr|Поштовани, још нисам добио поруџбину.",
                "uk|Добрий день, я ще не отримав замовлення.",
                "ru|Добрый день, я до сих пор не получил заказ.",
                "fa|سلام، سفارش من هنوز نرسیده است. چه کار کنم؟",
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
                "Lampe Aurora 60 / Borealis 40",
                "Re: Re: Fwd: Lamp",
                "Müller",
                "The Beatles: Das Album, la la la",
                "> the and of to in is you that it"
            })
    void littleTextShouldGiveNoGuess(String text) {
        assertThat(LanguageGuess.of(text)).isEmpty();
    }
}
