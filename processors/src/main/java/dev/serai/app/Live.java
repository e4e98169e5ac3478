package dev.serai.app;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.intake.MailIntake;
import dev.serai.strategy.Playbook;

/** One generation with everything compiled from it: what the hub decides by right now. */
record Live(Generation generation, Playbook playbook, MailIntake intake) {

    static Live of(Generation generation, Settings settings, Home home) {
        return new Live(
                generation,
                Playbook.of(generation, settings, home),
                new MailIntake(generation, Live.class.getClassLoader()));
    }
}
