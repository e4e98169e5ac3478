package dev.serai.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user reads when something went wrong: one line and a hint, never a stack trace unless asked for. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final boolean stackTraces;

    Complaints(boolean stackTraces) {
        this.stackTraces = stackTraces;
    }

    @Override
    public int handleParseException(ParameterException wrongUse, String[] arguments) {
        CommandLine command = wrongUse.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("serai: " + sentence(wrongUse));
        err.println("       " + hint(wrongUse));
        trace(wrongUse, err);
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        return failed(failure, command.getErr());
    }

    /** The line for a failure that no command expected. */
    int failed(Throwable failure, PrintWriter err) {
        err.println("serai: " + oneLine(failure));
        trace(failure, err);
        return ExitCode.SOFTWARE;
    }

    private void trace(Throwable failure, PrintWriter err) {
        if (stackTraces) {
            failure.printStackTrace(err);
        }
        err.flush();
    }

    private static String sentence(ParameterException wrongUse) {
        if (wrongUse instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            boolean atRoot = wrongUse.getCommandLine().getParent() == null;
            return (atRoot ? "unknown command '" : "unexpected argument '")
                    + String.join("', '", unmatched.getUnmatched()) + "'";
        }
        return oneLine(wrongUse);
    }

    private static String hint(ParameterException wrongUse) {
        String help = "`./" + wrongUse.getCommandLine().getCommandSpec().qualifiedName() + " --help` explains it";
        if (!(wrongUse instanceof UnmatchedArgumentException unmatched)) {
            return help;
        }
        List<String> nearest = unmatched.getSuggestions();
        return nearest.isEmpty() ? help : "did you mean " + String.join(" or ", nearest) + "? " + help;
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName() + " (SERAI_DEBUG=1 shows where)";
        }
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
