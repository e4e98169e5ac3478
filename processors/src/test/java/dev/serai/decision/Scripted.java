package dev.serai.decision;

import java.util.Map;

/** Decision code that does what its config says. */
public final class Scripted implements DecisionCode {
    private final String does;

    public Scripted(Map<String, String> config) {
        this.does = config.getOrDefault("does", "goes on");
        if (does.equals("refuse")) {
            throw new IllegalArgumentException("'does' is 'refuse', expected something else");
        }
    }

    @Override
    @SuppressWarnings("NullAway") // what code of others may do all the same
    public Decision decide(Interaction interaction) throws Exception {
        return switch (does) {
            case "null" -> null;
            case "throw" -> throw new IllegalStateException("told to fail");
            case "stop" -> Decision.stop("spam").because("it smells");
            case "hold" -> Decision.holdFor(java.time.Duration.ofHours(4), interaction);
            case "nowhere" -> Decision.place("nowhere");
            case "send" -> Decision.send();
            case "see" ->
                Decision.goOn()
                        .attach(
                                "seen",
                                interaction.fromAddress() + " " + interaction.subject() + " " + interaction.userData())
                        .priority(500);
            default -> Decision.goOn();
        };
    }

    /** No decision code. */
    public static final class Other {}
}
