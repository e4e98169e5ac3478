package dev.serai.view;

import java.util.List;

/** A condition over a row of a queue, with the three-valued logic of SQL-92: what is compared with nothing is unknown. */
sealed interface Condition {
    /** True of every row. */
    record All() implements Condition {}

    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition inner) implements Condition {}

    /** @param operator = &lt;&gt; &lt; &gt; &lt;= &gt;= */
    record Compare(Operand left, String operator, Operand right) implements Condition {}

    record In(ViewField field, List<Operand.Value> values, boolean negated) implements Condition {}

    record Like(ViewField field, LikePattern pattern, boolean negated) implements Condition {}

    record Between(Operand tested, Operand low, Operand high, boolean negated) implements Condition {}

    record IsNull(ViewField field, boolean negated) implements Condition {}

    /** What is compared: a field, or a value that stands in the file. */
    sealed interface Operand {
        ViewField.Type type();

        record Field(ViewField field) implements Operand {
            @Override
            public ViewField.Type type() {
                return field.type();
            }
        }

        /** @param value a String, Integer, BigDecimal or OffsetDateTime, by its type */
        record Value(Object value, ViewField.Type type) implements Operand {}
    }
}
