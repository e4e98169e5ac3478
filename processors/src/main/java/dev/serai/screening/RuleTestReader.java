package dev.serai.screening;

import dev.serai.files.Problems;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the {@code tests:} of a rule. */
final class RuleTestReader {
    private RuleTestReader() {}

    static List<RuleTest> read(YamlReader rule, Problems problems) {
        List<RuleTest> tests = new ArrayList<>();
        for (YamlNode node : rule.list("tests")) {
            if (node instanceof YamlMap map) {
                tests.add(test(map, problems));
            } else {
                problems.error(node.place(), "a test must be keys with values, found " + node.kind());
            }
        }
        return tests;
    }

    private static Supplier<@Nullable String> html(@Nullable String text) {
        return () -> text;
    }

    private static RuleTest test(YamlMap map, Problems problems) {
        YamlReader keys = new YamlReader(map, problems);
        ScreeningInput input = ScreeningInput.builder()
                .subject(keys.text("subject").orElse(null))
                .body(keys.text("body").orElse(null))
                .newText(keys.text("newText").orElse(null))
                .html(html(keys.text("html").orElse(null)))
                .attachments(keys.texts("attachments"))
                .header(keys.text("header").orElse(null))
                .addresses(keys.texts("to"))
                .userData(keys.textMap("userData"))
                .language(keys.text("language").orElse(null))
                .build();
        RuleTest test = new RuleTest(input, keys.truth("matched", true), keys.textMap("values"), map.place());
        keys.rejectUnknown();
        return test;
    }
}
