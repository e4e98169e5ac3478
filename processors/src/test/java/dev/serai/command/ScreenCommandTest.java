package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int screen(String... arguments) {
        List<String> all = new ArrayList<>(List.of("screen"));
        all.addAll(List.of(arguments));
        return Serai.commandLine(Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return Json.MAPPER.readTree(out.toString());
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private void assertWrongUse(int status, String... parts) {
        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("serai: ").contains(parts).doesNotContain("\tat ");
        assertThat(err.toString().lines()).hasSize(2);
    }

    @Test
    void jsonShouldHaveEveryMember() throws IOException {
        int status = screen("--json", "--rule", "RegExFind(\"INV-\\d{6}\", invoice)", "--subject", "Inv-004711");
        assertThat(status).isZero();
        assertThat(json()).isEqualTo(Json.MAPPER.readTree("""
                                {"matched": true, "values": {"ScrKey_invoice": "Inv-004711"}, "error": null,
                                 "rules": [{"name": "rule", "matched": true, "values": {"ScrKey_invoice": "Inv-004711"}}]}
                                """));
    }

    @Test
    void noMatchShouldBeNoFailure() throws IOException {
        int status = screen("--json", "--rule", "Find(\"x\")", "--body", "");
        assertThat(status).isZero();
        assertThat(json().path("matched").booleanValue()).isFalse();
        assertThat(json().path("rules")).hasSize(1);
    }

    @Test
    void ruleThatDoesNotCompileShouldBeAnErrorOnStdout() throws IOException {
        int status = screen("--json", "--rule", "Find(\"x");
        assertThat(status).isEqualTo(1);
        assertThat(json().path("error").textValue()).startsWith("column 6: this quote is never closed");
        assertThat(json().path("matched").booleanValue()).isFalse();
        assertThat(json().path("values")).isEmpty();
        assertThat(json().path("rules").isArray()).isTrue();
    }

    @Test
    void ruleShouldReadAnyOfThePartsGiven() throws IOException {
        screen("--json", "--rule", "Find(\"gold\")", "--subject", "x", "--user-data", "tier=gold=yes");
        assertThat(json().path("matched").booleanValue()).isTrue();
    }

    @Test
    void headersShouldBeReadAsOneBlock() throws IOException {
        screen("--json", "--rule", "RegExMatch(\"A: 1.B: 2\")", "--header", "A: 1", "--header", "B: 2");
        assertThat(json().path("matched").booleanValue()).isTrue();
    }

    @Test
    void argumentsThatLookLikeFilesShouldBeText() throws IOException {
        screen("--json", "--rule", "Find(\"@here\")", "--body", "@here");
        assertThat(json().path("matched").booleanValue()).isTrue();
    }

    @Test
    void ruleFileShouldBeEvaluatedInItsOrder() throws IOException {
        String rules = file("desk.yaml", """
                rules:
                  - {name: z, pattern: 'RegExFind("\\d+", n)', in: [subject]}
                  - {name: a, addresses: [xyz@domainname.com]}
                  - {name: off, addresses: [xyz], enabled: false}
                """);
        int status = screen("--json", "--rules", rules, "--subject", "no 42", "--to", "abc.xyz@domainname.com");
        assertThat(status).isZero();
        assertThat(json().path("rules").findValuesAsText("name")).containsExactly("desk/z", "desk/a", "desk/off");
        assertThat(json().path("rules").findValuesAsText("matched")).containsExactly("true", "true", "false");
        assertThat(json().path("values").path("ScrKey_n").textValue()).isEqualTo("42");
    }

    @Test
    void aRuleFileShouldBeTakenByItsNameToo() throws IOException {
        int status = screen("--json", "--rules", "outgoing", "--body", "Card 4111 1111 1111 1111");
        assertThat(status).isZero();
        assertThat(json().path("rules").findValuesAsText("name")).contains("outgoing/card-number");

        assertThat(screen("--rules", "outgoin", "--body", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("config/screening/outgoin.yaml; did you mean 'outgoing'?");
    }

    @Test
    void ruleFileThatDoesNotCompileShouldBeAnErrorWithItsLine() throws IOException {
        String rules = file("desk.yaml", "rules:\n  - name: r\n    pattern: 'Fnd(\"x\")'\n");
        int status = screen("--json", "--rules", rules, "--subject", "x");
        assertThat(status).isEqualTo(1);
        assertThat(json().path("error").textValue()).contains("desk.yaml:3:", "column 1", "did you mean Find?");
    }

    @Test
    void everyRuleThatDoesNotCompileShouldBeInTheError() throws IOException {
        String rules = file("desk.yaml", """
                rules:
                  - {name: r, pattern: 'Fnd("x")'}
                  - {name: s, pattern: 'Find("x'}
                  - {name: t, pattern: 'Find("x")', in: [boddy]}
                """);
        assertThat(screen("--json", "--rules", rules, "--subject", "x")).isEqualTo(1);
        assertThat(json().path("error").textValue()).contains("desk.yaml:2:", "desk.yaml:3:", "desk.yaml:4:");
    }

    @Test
    void columnOfAnErrorShouldBeMarkedBelowTheExpression() {
        assertThat(screen("--rule", "Find(\"x\") Find(\"y\")")).isEqualTo(1);
        assertThat(out.toString().lines().skip(1)).containsExactly("  Find(\"x\") Find(\"y\")", "            ^");
    }

    @Test
    void failedTestOfARuleFileShouldBeSaidOnStderr() throws IOException {
        String rules = file("desk.yaml", "rules: [{name: r, addresses: [a], tests: [{to: b}]}]");
        int status = screen("--json", "--rules", rules, "--subject", "x");
        assertThat(status).isZero();
        assertThat(err.toString()).contains("test of rule desk/r: expected matched: true, found false");
    }

    @Test
    void mailFileShouldGiveItsParts() throws IOException {
        String eml = file("x.eml", """
                From: jo@example.org
                To: payments@example.com
                Subject: =?utf-8?Q?R=C3=BCckzahlung?=
                X-Tier: gold
                Content-Type: text/plain; charset=utf-8

                Bitte um refund.
                """);
        String rules = file("desk.yaml", """
                rules:
                  - {name: to, addresses: [payments@example.com], pattern: 'Find("refund")', in: [body]}
                  - {name: subject, pattern: 'Find("RÜCK")', in: [subject]}
                  - {name: header, pattern: 'Find("x-tier: gold")', in: [header]}
                """);
        assertThat(screen("--json", "--rules", rules, "--eml", eml)).isZero();
        assertThat(json().path("rules").findValuesAsText("matched")).containsExactly("true", "true", "true");
    }

    @Test
    void reportShouldBeReadableWithoutJson() {
        int status = screen("--rule", "RegExFind(\"(?s)a.b\", k)", "--body", "a\nb");
        assertThat(status).isZero();
        assertThat(out.toString().lines())
                .containsExactly("matched    rule", "             ScrKey_k = a b", "1 of 1 rule matched");
    }

    @Test
    void bodyFileShouldBeDecodedAsItIs() throws IOException {
        Path body = Files.write(folder.resolve("b.txt"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));
        screen("--json", "--rule", "Find(\"GRÜSSE\") || Find(\"grüße\")", "--body-file", body.toString());
        assertThat(json().path("matched").booleanValue()).isTrue();
    }

    @Test
    void hugeBodyShouldBeCutWithAWarning() throws IOException {
        String body = file("b.txt", "x".repeat(5 << 20));
        int status = screen("--json", "--rule", "RegExFind(\"(x+)+y\")", "--body-file", body);
        assertThat(status).isZero();
        assertThat(err.toString()).contains("body is longer than");
    }

    @Test
    void binaryFilesShouldBeWrongUse() throws IOException {
        String binary = file("b.bin", "\0\1\2");
        assertWrongUse(screen("--rule", "Find(\"x\")", "--body-file", binary), "b.bin is not a text file");
    }

    @Test
    void binaryRulesShouldBeWrongUse() throws IOException {
        String binary = file("b.bin", "\0\1\2");
        assertWrongUse(screen("--json", "--rules", binary, "--body", "x"), "b.bin is not a text file");
    }

    @Test
    void missingFileShouldBeWrongUse() {
        assertWrongUse(screen("--rule", "Find(\"x\")", "--eml", "nowhere.eml"), "nowhere.eml: no such file");
    }

    @Test
    void emptyMailShouldBeWrongUse() throws IOException {
        assertWrongUse(screen("--rule", "Find(\"x\")", "--eml", file("e.eml", "")), "e.eml is empty");
    }

    @Test
    void folderInPlaceOfAMailShouldBeWrongUse() {
        assertWrongUse(screen("--rule", "Find(\"x\")", "--eml", folder.toString()), "is a folder");
    }

    @Test
    void aMailWithoutARuleShouldBeAskedAllRulesOfTheInstance() throws IOException {
        System.setProperty(Serai.CHECKOUT, System.getProperty("serai.home"));
        String mail =
                Path.of(System.getProperty("serai.home"), "samples/invoice.eml").toString();

        assertThat(screen("--json", "--eml", mail)).isZero();
        assertThat(json().at("/rules").findValuesAsText("name"))
                .contains("billing/invoice-number", "general/cancellation");
    }

    @Test
    void noRuleShouldBeWrongUse() {
        assertWrongUse(screen("--body", "x"), "--rule EXPR or --rules FILE");
    }

    @Test
    void bothKindsOfRulesShouldBeWrongUse() {
        assertWrongUse(screen("--rule", "Find(\"x\")", "--rules", "f", "--body", "x"), "exclude each other");
    }

    @Test
    void nothingToReadShouldBeWrongUse() {
        assertWrongUse(screen("--rule", "Find(\"x\")"), "nothing to read");
    }

    @Test
    void mailWithPartsShouldBeWrongUse() throws IOException {
        assertWrongUse(
                screen("--rule", "Find(\"x\")", "--eml", file("e.eml", "A: b\n\n"), "--body", "x"), "--eml brings");
    }

    @Test
    void userDataWithoutAKeyShouldBeWrongUse() {
        assertWrongUse(screen("--rule", "Find(\"x\")", "--user-data", "gold"), "expected key=value");
    }
}
