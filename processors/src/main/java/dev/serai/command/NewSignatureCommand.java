package dev.serai.command;

import dev.serai.scaffold.SheetDraft;
import picocli.CommandLine.Command;

/** Writes a signature. */
@Command(
        name = "signature",
        header = "A signature: config/signatures/NAME.LANGUAGE.txt, below what people write.",
        sortOptions = false)
final class NewSignatureCommand extends NewSheetCommand {
    NewSignatureCommand() {
        super(SheetDraft.Kind.SIGNATURE);
    }
}
