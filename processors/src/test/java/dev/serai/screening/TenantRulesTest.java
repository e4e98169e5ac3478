package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.TenantName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of another tenant are not there for an interaction, named or not. */
class TenantRulesTest {
    private static final RuleBook BOOK = RuleBook.load(Map.of(
            "config/screening/all.yaml", "rules: [{name: late, pattern: 'Find(\"late\")'}]\n",
            "config/screening/acmes.yaml", "tenant: acme\nrules: [{name: late, pattern: 'Find(\"late\")'}]\n"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme    | ''            | acmes/late,all/late | 0",
                "globex  | ''            | all/late            | 1",
                "globex  | acmes         | ''                  | 1",
                "globex  | acmes/late    | ''                  | 1",
                "acme    | acmes/late    | acmes/late          | 0",
                "default | all           | all/late            | 0",
            })
    void rulesOfOthersShouldBeLeftOut(String tenant, String wanted, String matched, int foreign) {
        List<String> selection = wanted.isEmpty() ? List.of() : List.of(wanted);
        ScreeningInput late = ScreeningInput.builder().subject("too late").build();

        ScreeningResult result = BOOK.screen(selection, late, false, TenantName.of(tenant));

        assertThat(String.join(",", result.matchedRules())).isEqualTo(matched);
        assertThat(BOOK.foreign(selection, TenantName.of(tenant))).isEqualTo(foreign);
    }
}
