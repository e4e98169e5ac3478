package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.WebformDefinition;

/** Finds web forms whose mail would be to nobody. */
final class WebformCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        generation.points(WebformDefinition.class).values().stream()
                .filter(form -> form.address().isEmpty())
                .forEach(form -> problems.error(
                        form.point().place(),
                        "web form '" + form.name() + "' has no 'address', and its account '" + form.replyVia()
                                + "' is not declared in routes/dispatch; expected one of them"));
    }
}
