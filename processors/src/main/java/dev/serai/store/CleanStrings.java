package dev.serai.store;

import dev.serai.interaction.CleanText;
import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Optional;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.array.SqlArrayTypeFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Every text that is bound to a statement is cleaned first: no mail can bring a character that a database refuses. */
final class CleanStrings extends AbstractArgumentFactory<String> {

    CleanStrings() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        String clean = CleanText.of(value);
        return (position, statement, context) -> statement.setString(position, clean);
    }

    /** The same for arrays of texts. */
    static final class Arrays implements SqlArrayTypeFactory {
        @Override
        public Optional<SqlArrayType<?>> build(Type elementType, ConfigRegistry config) {
            return elementType == String.class
                    ? Optional.of(SqlArrayType.<String>of("varchar", CleanText::of))
                    : Optional.empty();
        }
    }
}
