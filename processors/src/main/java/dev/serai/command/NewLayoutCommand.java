package dev.serai.command;

import dev.serai.scaffold.SheetDraft;
import picocli.CommandLine.Command;

/** Writes a layout. */
@Command(
        name = "layout",
        header = "A layout: config/layouts/NAME.LANGUAGE.txt, how the mail that is answered stands below.",
        sortOptions = false)
final class NewLayoutCommand extends NewSheetCommand {
    NewLayoutCommand() {
        super(SheetDraft.Kind.LAYOUT);
    }
}
