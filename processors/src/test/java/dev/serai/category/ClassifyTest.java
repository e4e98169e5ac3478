package dev.serai.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.strategy.Outside;
import dev.serai.trial.TrialHouse;
import org.junit.jupiter.api.Test;

class ClassifyTest {
    private static final String TOPICS = """
            description: What mail is about.
            categories:
              - name: billing/vip
                rules: [billing]
                when: "${body.userData[tier]} == 'gold'"
              - {name: billing, rules: [billing/invoice-number, billing/refund]}
              - {name: french, when: "${body.language} == 'fr'"}
            otherwise: general
            """;
    private static final String INVOICE = mail("Invoice INV-004711");

    private final TrialHouse house = new TrialHouse().file("config/categories/topics.yaml", TOPICS);

    @Test
    void theFirstCategoryThatHoldsShouldBeTaken() throws Exception {
        assertThat(category("silver", INVOICE)).isEqualTo("billing");
        assertThat(category("gold", INVOICE)).isEqualTo("billing/vip");
        assertThat(category("gold", mail("Hello"))).isEqualTo("general");
    }

    @Test
    void theTimelineShouldSayWhy() throws Exception {
        assertThat(house.strategy(steps("gold")).tried(Outside.dry(), INVOICE).decisions())
                .anyMatch(step -> step.effect()
                        .equals("category billing/vip, rule billing/invoice-number matched and"
                                + " ${body.userData[tier]} == 'gold'"));
    }

    @Test
    void aStepMayNameTheCategoryItself() throws Exception {
        assertThat(house.strategy("""
                        - to: {id: about, uri: "kamelet:classify-action", parameters: {category: "x-${body.kind}"}}
                        """).tried(Outside.dry()).userData()).containsEntry("category", "x-message");
    }

    @Test
    void checkShouldNameWhatIsWrong() {
        house.file("config/categories/topics.yaml", """
                        description: What mail is about.
                        categories:
                          - {name: billing, rules: [billing/invoice-numbr]}
                          - {name: empty}
                          - {name: "no name", when: "${body.kind} =="}
                        """).strategy("""
                        - to: {id: about, uri: "kamelet:classify-action", parameters: {categories: topic}}
                        - to: {id: both, uri: "kamelet:classify-action"}
                        """);

        assertThat(house.check())
                .anyMatch(line -> line.startsWith("config/categories/topics.yaml:3:")
                        && line.contains("'billing/invoice-number'"))
                .anyMatch(line ->
                        line.startsWith("config/categories/topics.yaml:4:") && line.contains("needs 'rules' or 'when'"))
                .anyMatch(line -> line.contains("'no name' is no category"))
                .anyMatch(line -> line.contains("there is no config/categories/topic.yaml; did you mean 'topics'?"))
                .anyMatch(line -> line.contains("step 'both' needs either 'categories' or 'category'"));
    }

    private Object category(String tier, String mail) throws Exception {
        return house.strategy(steps(tier)).tried(Outside.dry(), mail).userData().get("category");
    }

    private static String steps(String tier) {
        return """
                - to: {id: screen, uri: "kamelet:screen-action"}
                - to: {id: tier, uri: "kamelet:attach-action", parameters: {key: tier, value: %s}}
                - to: {id: about, uri: "kamelet:classify-action", parameters: {categories: topics}}
                """.formatted(tier);
    }

    private static String mail(String subject) {
        return "From: jo@example.org\r\nTo: support@example.com\r\nSubject: " + subject + "\r\n\r\nHello there\r\n";
    }
}
