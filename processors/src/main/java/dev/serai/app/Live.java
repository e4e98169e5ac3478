package dev.serai.app;

import dev.serai.chain.Chains;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.intake.MailIntake;
import dev.serai.strategy.Outside;
import dev.serai.strategy.Playbook;
import dev.serai.transform.ChainListener;
import java.nio.file.Path;

/** One generation with everything compiled from it: what the hub decides by right now. */
record Live(Generation generation, Playbook playbook, MailIntake intake, Chains chains) {

    static Live of(Generation generation, Settings settings, Home home, Surroundings around) {
        Chains chains = new Chains(generation, Live.class.getClassLoader(), around.scratch(), around.listener());
        return new Live(
                generation,
                Playbook.of(generation, settings).asking(around.outside()),
                new MailIntake(generation, chains),
                chains);
    }

    /** What a generation needs of the hub: a folder for what transformers make, who counts it, and whom strategies ask. */
    record Surroundings(Path scratch, ChainListener listener, Outside outside) {}
}
