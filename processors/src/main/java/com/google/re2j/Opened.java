package com.google.re2j;

import dev.serai.screening.engine.Program;
import dev.serai.screening.engine.Program.Kind;
import dev.serai.screening.engine.Program.Step;
import dev.serai.screening.engine.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What RE2/J made of a regular expression, in the screening engine's own words. It stands in RE2/J's package because RE2/J
 * shows its program and its syntax tree to nobody else; a second parser of our own would be one that differs.
 */
public final class Opened {
    private Opened() {}

    /** The program that RE2/J itself runs. */
    public static Program program(Pattern pattern) {
        Prog prog = pattern.re2().prog;
        List<Step> steps = new ArrayList<>(prog.numInst());
        for (int i = 0; i < prog.numInst(); i++) {
            steps.add(step(prog.getInst(i)));
        }
        return new Program(steps, prog.start);
    }

    /** The syntax tree, as far as texts can be told from it. */
    public static Syntax syntax(Pattern pattern) {
        return syntax(Parser.parse(pattern.re2().expr, RE2.PERL));
    }

    private static Step step(Inst inst) {
        return switch (inst.op) {
            case Inst.ALT, Inst.ALT_MATCH -> new Step(Kind.FORK, inst.out, inst.arg, new int[0]);
            case Inst.CAPTURE, Inst.NOP -> new Step(Kind.GO, inst.out, 0, new int[0]);
            case Inst.EMPTY_WIDTH -> new Step(Kind.ASSERT, inst.out, inst.arg, new int[0]);
            case Inst.MATCH -> new Step(Kind.MATCH, 0, 0, new int[0]);
            case Inst.FAIL -> new Step(Kind.FAIL, 0, 0, new int[0]);
            default -> new Step(Kind.READ, inst.out, 0, ranges(inst));
        };
    }

    private static int[] ranges(Inst inst) {
        if (inst.op == Inst.RUNE_ANY) {
            return new int[] {0, Character.MAX_CODE_POINT};
        }
        if (inst.op == Inst.RUNE_ANY_NOT_NL) {
            return new int[] {0, '\n' - 1, '\n' + 1, Character.MAX_CODE_POINT};
        }
        if (inst.runes.length == 1) {
            boolean folded = inst.op == Inst.RUNE && (inst.arg & RE2.FOLD_CASE) != 0;
            return folded
                    ? orbit(inst.runes[0]).stream()
                            .flatMap(rune -> List.of(rune, rune).stream())
                            .mapToInt(Integer::intValue)
                            .toArray()
                    : new int[] {inst.runes[0], inst.runes[0]};
        }
        return inst.runes.clone();
    }

    /** The code points that are this one when letter case does not count. */
    public static Set<Integer> orbit(int rune) {
        Set<Integer> orbit = new TreeSet<>(List.of(rune));
        for (int next = Unicode.simpleFold(rune); orbit.add(next); ) {
            next = Unicode.simpleFold(next);
        }
        return orbit;
    }

    private static Syntax syntax(Regexp regexp) {
        return switch (regexp.op) {
            case LITERAL -> new Syntax.Text(new String(regexp.runes, 0, regexp.runes.length));
            case CONCAT -> new Syntax.Sequence(all(regexp));
            case ALTERNATE -> new Syntax.Choice(all(regexp));
            case CAPTURE, PLUS -> repeated(regexp, regexp.op == Regexp.Op.CAPTURE);
            case REPEAT -> regexp.min > 0 ? repeated(regexp, false) : new Syntax.Anything();
            case EMPTY_MATCH, BEGIN_LINE, END_LINE, BEGIN_TEXT, END_TEXT, WORD_BOUNDARY, NO_WORD_BOUNDARY ->
                new Syntax.Text("");
            default -> new Syntax.Anything();
        };
    }

    private static Syntax repeated(Regexp regexp, boolean once) {
        Syntax inner = syntax(regexp.subs[0]);
        return once ? inner : new Syntax.AtLeastOnce(inner);
    }

    private static List<Syntax> all(Regexp regexp) {
        return Arrays.stream(regexp.subs).map(Opened::syntax).toList();
    }
}
