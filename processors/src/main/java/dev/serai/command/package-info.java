/** The command {@code ./serai}: one class for each subcommand, with nothing in it but reading and printing. */
@NullMarked
package dev.serai.command;

import org.jspecify.annotations.NullMarked;
