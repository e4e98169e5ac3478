package dev.serai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Fri, Nov 20, 2026 at 10:30 AM Eva Müller <eva@example.org> wrote:",
                "On Fri, Nov 20, 2026 at 10:30 AM Eva Müller\n<eva@example.org> wrote:",
                "On 20.11.2026 10:30, Eva wrote:",
                "Am 20.11.2026 um 10:30 schrieb Eva Müller:",
                "Am Fr., 20. Nov. 2026 um 10:30 Uhr schrieb Eva Müller <\neva@example.org>:",
                "Eva Müller <eva@example.org> schrieb am 20.11.2026 um 10:30:",
                "Le ven. 20 nov. 2026 à 10:30, Eva Müller <eva@example.org> a écrit :",
                "El vie, 20 nov 2026 a las 10:30, Eva Müller (<eva@example.org>) escribió:",
                "Il giorno ven 20 nov 2026 alle ore 10:30 Eva Müller <eva@example.org> ha scritto:",
                "Op vr 20 nov 2026 om 10:30 schreef Eva Müller <eva@example.org>:",
                "Em sex., 20 de nov. de 2026 às 10:30, Eva Müller <eva@example.org> escreveu:",
                "Den fre 20 nov. 2026 kl 10:30 skrev Eva Müller <eva@example.org>:",
                "fre. 20. nov. 2026 kl. 10.30 skrev Eva Müller <eva@example.org>:",
                "pe 20. marrask. 2026 klo 10.30 Eva Müller (eva@example.org) kirjoitti:",
                "pt., 20 lis 2026 o 10:30 Eva Müller <eva@example.org> napisał(a):",
                "pá 20. 11. 2026 v 10:30 odesílatel Eva Müller <eva@example.org> napsal:",
                "пт, 20 нояб. 2026 г. в 10:30, Eva Müller <eva@example.org>:",
                "20.11.2026 10:30, Eva Müller пишет:",
                "Eva Müller <eva@example.org>, 20 Kas 2026 Cum, 10:30 tarihinde şunu yazdı:",
                "Eva Müller <eva@example.org> ezt írta (időpont: 2026. nov. 20., P, 10:30):",
                "În vin., 20 nov. 2026 la 10:30, Eva Müller <eva@example.org> a scris:",
                "Στις Παρ 20 Νοε 2026 στις 10:30 π.μ., ο χρήστης Eva Müller <eva@example.org> έγραψε:",
                "2026年11月20日(金) 10:30 Eva Müller <eva@example.org>:",
                "Eva Müller <eva@example.org> 于2026年11月20日周五 10:30写道：",
                "2026년 11월 20일 (금) 오전 10:30, Eva Müller <eva@example.org>님이 작성:",
                "2026-11-20 10:30 GMT+01:00 Eva Müller <eva@example.org>:",
                "-----Original Message-----\nFrom: Eva <eva@example.org>\nSent: Friday\nTo: Support\nSubject: Lamp\n",
                "-----Ursprüngliche Nachricht-----\nVon: Eva\nGesendet: Freitag\nAn: Support\nBetreff: Lampe\n",
                "-------- Original Message --------\nSubject: Lamp\nDate: Fri\nFrom: Eva <eva@example.org>\n",
                "________________________________\nFrom: Eva <eva@example.org>\nSent: Friday\nTo: Support\nSubject: Lamp\n",
                "Von: Eva <eva@example.org>\nGesendet: Freitag, 20. November 2026 10:30\nAn: Support\nBetreff: Lampe\n",
                "*From:* Eva <eva@example.org>\n*Sent:* Friday\n*To:* Support\n*Subject:* Lamp\n",
                "De : Eva <eva@example.org>\nEnvoyé : vendredi\nÀ : Support\nObjet : Lampe\n",
                "Da: Eva\nInviato: venerdì\nA: Support\nOggetto: Lampada\n",
                "От: Eva\nОтправлено: 20.11.2026\nКому: Support\nТема: Лампа\n",
                "发件人: Eva\n发送时间: 2026年11月20日\n收件人: Support\n主题: 灯\n",
                "---------- Forwarded message ---------\nFrom: Eva <eva@example.org>\nDate: Fri\nSubject: Lamp\nTo: <a@b.c>\n",
                "Begin forwarded message:\n\nFrom: Eva\nSubject: Lamp\nDate: Fri\n",
            })
    void earlierMailShouldNotBeNew(String lead) {
        NewText found = NewText.of("Thanks, it works.\n\nTina\n\n" + lead + "\n\nWhere is the lamp?\nEva");
        assertThat(found.text()).isEqualTo("Thanks, it works.\n\nTina");
        assertThat(found.quoted())
                .startsWith(lead.lines().findFirst().orElseThrow())
                .endsWith("Where is the lamp?\nEva");
    }

    @Test
    void answersBetweenQuotedLinesShouldBeNew() {
        NewText found = NewText.of(
                "Hi,\n\nOn 20.11.2026 10:30, Eva wrote:\n> When?\n> Today?\n\nTomorrow.\n\n>> Where?\n\nHere.\n");
        assertThat(found.text()).isEqualTo("Hi,\n\nTomorrow.\n\nHere.");
        assertThat(found.quoted()).isEqualTo("On 20.11.2026 10:30, Eva wrote:\n> When?\n> Today?\n>> Where?");
    }

    @Test
    void answerBelowShouldBeNewAndItsSignatureApart() {
        NewText found = NewText.of("> Where is it?\n> -- \n> Eva\n\nOn its way.\n\n-- \nTina, Lamps Ltd\n+44 1234\n");
        assertThat(found.text()).isEqualTo("On its way.");
        assertThat(found.signature()).isEqualTo("-- \nTina, Lamps Ltd\n+44 1234".replace("-- \n", "--\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone",
                "Sent from Outlook for iOS",
                "Get Outlook for Android <https://aka.ms/AAb9ysg>",
                "Von meinem iPhone gesendet",
                "Gesendet mit der GMX Mail App",
                "Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.",
                "Envoyé de mon iPhone",
                "Enviado desde mi iPhone",
                "Inviato da iPhone",
                "Verstuurd vanaf mijn iPhone",
                "Skickat från min iPhone",
                "Wysłane z iPhone'a",
                "Отправлено с iPhone",
                "iPhoneから送信",
                "发自我的iPhone",
                "나의 iPhone에서 보냄",
            })
    void lineOfTheProgramShouldBeSignature(String line) {
        NewText found = NewText.of("The lamp is broken.\n\n" + line + "\n\nAm 20.11.2026 um 10:30 schrieb Eva:\n> x");
        assertThat(found.text()).isEqualTo("The lamp is broken.");
        assertThat(found.signature()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello,\nthe lamp: it is broken.\nRegards",
                "From: Berlin\nTo: Hamburg\nDate: 3 December\n\nPlease book this.",
                "You wrote on 20.11.2026 at 10:30:\n\"It is on its way\"\nIt never came.",
                "My account eva@example.org was locked on 20.11.2026:\nError 5.",
                "Ich habe die Mail gestern gesendet\nund nichts gehört.",
                "On page 12 the author wrote:\nlamps are bright.",
                "Items:\n- one\n- two\n--\nplus this long list\n"
                        + "line\nline\nline\nline\nline\nline\nline\nline\nline\nline\n"
                        + "line\nline\nline\nline\nline\nline",
            })
    void ownWordsShouldStayNew(String text) {
        assertThat(NewText.of(text)).isEqualTo(new NewText(text, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Eva wrote:", "On Friday Eva wrote:", "Eva Müller schrieb:"})
    void aLineWithoutATimeShouldBeQuotedWhereQuotedLinesFollow(String line) {
        NewText found = NewText.of("Thanks, it works.\n" + line + "\n\n> Where is it?\n\nBye");
        assertThat(found.text()).isEqualTo("Thanks, it works.\n\nBye");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> only\n> quoted",
                "---------- Forwarded message ---------\nFrom: Eva <e@x.org>\nDate: Fri\nSubject: Lamp\nTo: <a@b.c>\n\nHello",
                "-- \nTina",
                "Sent from my iPhone",
            })
    void nothingNewShouldBeTheWhole(String text) {
        assertThat(NewText.of(text)).isEqualTo(new NewText(text, "", ""));
    }

    @Test
    void p50_hostileTextShouldNotTakeLong() {
        List<String> lines = List.of(
                "-- \n",
                "On wrote:\n",
                "From: a\n",
                "> \n",
                "on 10:30 a@b ".repeat(30) + ":\n",
                "\n",
                "_____________________\n",
                "On Fri, 20 Nov 2026\n",
                "a ",
                "From: x\nSent: y\nTo: z\n",
                ":",
                "\u3000",
                "on 1:11 a@b <x@y> wrote: ");
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            for (String line : lines) {
                NewText.of(line.repeat(1_000_000 / line.length()));
                NewText.of(line.strip().repeat(1_000_000 / line.length()));
            }
        });
    }
}
